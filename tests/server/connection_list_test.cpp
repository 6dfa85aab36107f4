// SPDX-License-Identifier: MIT
#include "tools/server/connection_list.h"

#include <catch2/catch.hpp>

#include <memory>

using namespace tsg::web;

namespace {

class Visitor : public OpenConnection {
 public:
  void leave() override { left = true; }
  void wait_at(int second) { wait_from(Clock::time_point(std::chrono::seconds(second))); }
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
