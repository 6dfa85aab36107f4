// SPDX-License-Identifier: MIT
#include "tools/server/connection_list.h"

#include <catch2/catch.hpp>

#include <memory>
#include <vector>

using namespace tsg::web;

namespace {

class Visitor : public OpenConnection {
 public:
  void leave() override { left = true; }
  void wait_at(int second) { wait_from(Clock::time_point(std::chrono::seconds(second))); }
  void wait_until(Clock::time_point deadline) { wait_from(Clock::time_point(), deadline); }
  void work() { wait_no_more(); }
  bool left = false;
};

}  // namespace

TEST_CASE("one too many drops the one that is waited for the longest") {
  ConnectionList list(3);
  const auto old = std::make_shared<Visitor>(), older = std::make_shared<Visitor>(),
             busy = std::make_shared<Visitor>(), late = std::make_shared<Visitor>();
  CHECK(list.admit(old));
  CHECK(list.admit(older));
  CHECK(list.admit(busy));
  old->wait_at(20);
  older->wait_at(10);
  CHECK(list.admit(late));
  CHECK(older->left);
  CHECK_FALSE(old->left);
  CHECK(list.size() == 3);
}

TEST_CASE("one too many is turned away when nobody is waited for") {
  ConnectionList list(1);
  const auto busy = std::make_shared<Visitor>(), late = std::make_shared<Visitor>();
  CHECK(list.admit(busy));
  CHECK_FALSE(list.admit(late));
  CHECK_FALSE(list.drop_longest_waiting());
  busy->wait_at(1);
  CHECK(list.drop_longest_waiting());
  CHECK(busy->left);
}

TEST_CASE("one that ended makes room") {
  ConnectionList list(1);
  auto gone = std::make_shared<Visitor>();
  CHECK(list.admit(gone));
  gone.reset();
  CHECK(list.size() == 0);
  CHECK(list.admit(std::make_shared<Visitor>()));
}

TEST_CASE("many connections come and go in little time") {
  constexpr std::size_t most = 10000;
  ConnectionList list(most);
  std::vector<std::shared_ptr<Visitor>> visitors;
  const auto begun = std::chrono::steady_clock::now();
  for (int i = 0; i < 4 * static_cast<int>(most); ++i) {
    visitors.push_back(std::make_shared<Visitor>());
    REQUIRE(list.admit(visitors.back()));
    visitors.back()->wait_at(i);
  }
  // One look at all others for each would be a billion steps.
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(5));
  CHECK(list.size() == most);
  CHECK(visitors[3 * most - 1]->left);
  CHECK_FALSE(visitors[3 * most]->left);
}

TEST_CASE("who is overdue is told so once, and a nearer deadline sets the alarm") {
  const auto at = [](int second) { return OpenConnection::Clock::time_point(std::chrono::seconds(second)); };
  int alarms = 0;
  ConnectionList list(3, [&] { ++alarms; });
  const auto soon = std::make_shared<Visitor>(), late = std::make_shared<Visitor>();
  CHECK(list.admit(soon));
  CHECK(list.admit(late));
  late->wait_until(at(20));
  CHECK(alarms == 1);
  CHECK(list.next_deadline() == at(20));
  soon->wait_until(at(10));
  CHECK(alarms == 2);
  soon->wait_until(at(15));
  CHECK(alarms == 2);
  CHECK(list.next_deadline() == at(15));
  list.expire_overdue(at(14));
  CHECK_FALSE(soon->left);
  list.expire_overdue(at(15));
  CHECK(soon->left);
  CHECK_FALSE(late->left);
  soon->left = false;
  list.expire_overdue(at(19));
  CHECK_FALSE(soon->left);
  late->work();
  list.expire_overdue(at(30));
  CHECK_FALSE(late->left);
  CHECK(list.next_deadline() == OpenConnection::Clock::time_point::max());
}
