// SPDX-License-Identifier: MIT
#include "tools/desk/case_shelf.h"

#include <catch2/catch.hpp>

using namespace tsg;

namespace {

std::shared_ptr<const CaseView> case_with(const std::string& id, std::size_t facts_bytes) {
  auto view = std::make_shared<CaseView>();
  view->head.id = id;
  view->events.push_back(
      {.kind = SessionEventKind::FactsGiven, .facts = {{"request", std::string(facts_bytes, ' ')}}});
  return view;
}

bool holds(CaseShelf& shelf, const std::string& id) {
  return shelf.find(id, 0, nullptr) != nullptr;
}

}  // namespace

TEST_CASE("a shelf holds the facts of the cases that were looked at last, up to a size") {
  CaseShelf shelf;
  constexpr std::size_t third = CaseShelf::facts_bytes / 3;
  for (const char* id : {"a", "b", "c"}) shelf.put(case_with(id, third));
  REQUIRE(holds(shelf, "a"));
  shelf.put(case_with("d", third));
  CHECK_FALSE(holds(shelf, "b"));
  CHECK(holds(shelf, "a"));
  CHECK(holds(shelf, "c"));
  CHECK(holds(shelf, "d"));
}

TEST_CASE("a case put again counts once, one that is forgotten not at all") {
  CaseShelf shelf;
  constexpr std::size_t half = CaseShelf::facts_bytes / 2;
  for (int i = 0; i < 5; ++i) shelf.put(case_with("a", half));
  shelf.put(case_with("b", half));
  CHECK(holds(shelf, "a"));
  shelf.forget("a");
  shelf.put(case_with("c", half));
  CHECK(holds(shelf, "b"));
  CHECK(holds(shelf, "c"));
}

TEST_CASE("the newest case stays, whatever its facts weigh") {
  CaseShelf shelf;
  shelf.put(case_with("small", 1));
  shelf.put(case_with("huge", CaseShelf::facts_bytes + 1));
  CHECK(holds(shelf, "huge"));
  CHECK_FALSE(holds(shelf, "small"));
}

TEST_CASE("a shelf holds so many cases and no more") {
  CaseShelf shelf;
  for (std::size_t i = 0; i <= CaseShelf::capacity; ++i) shelf.put(case_with(std::to_string(i), 0));
  CHECK_FALSE(holds(shelf, "0"));
  CHECK(holds(shelf, "1"));
}
