// SPDX-License-Identifier: MIT
#include "tools/desk/case_state.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace tsg;

namespace {

SessionEvent answered(std::string step, std::string option) {
  return {.kind = SessionEventKind::Answered, .step = std::move(step), .option = std::move(option)};
}
SessionEvent aside(std::string step) {
  return {.kind = SessionEventKind::SetAside, .step = std::move(step)};
}
SessionEvent undone() {
  return {.kind = SessionEventKind::Undone};
}

std::vector<std::string> said(const CaseState& state) {
  std::vector<std::string> all;
  for (const GivenAnswer& each : state.answers.answers) all.push_back(each.step + "=" + each.option);
  for (const SetAsideStep& each : state.set_aside) all.push_back(each.step + "?");
  return all;
}

}  // namespace

TEST_CASE("a later answer to a step stands for the earlier") {
  const CaseState state =
      fold_events(std::vector{answered("a", "yes"), answered("b", "no"), answered("a", "no")});
  CHECK(said(state) == std::vector<std::string>{"b=no", "a=no"});
}

TEST_CASE("an undo brings back what stood before") {
  const CaseState state = fold_events(std::vector{answered("a", "yes"), answered("a", "no"), undone()});
  CHECK(said(state) == std::vector<std::string>{"a=yes"});
}

TEST_CASE("undoing goes back one thing at a time and not beyond the first") {
  std::vector<SessionEvent> events = {answered("a", "yes"), aside("b")};
  events.push_back(undone());
  CHECK(said(fold_events(events)) == std::vector<std::string>{"a=yes"});
  events.push_back(undone());
  events.push_back(undone());
  CHECK(said(fold_events(events)).empty());
}

TEST_CASE("an undo takes back neither facts nor remarks") {
  const CaseState state = fold_events(std::vector{
      answered("a", "yes"), SessionEvent{.kind = SessionEventKind::Noted, .text = "calls at noon"},
      SessionEvent{.kind = SessionEventKind::FactsGiven, .facts = {{"x", "1"}}}, undone()});
  CHECK(said(state).empty());
  CHECK(state.remarks == std::vector<std::string>{"calls at noon"});
  CHECK(state.facts.size() == 1);
}

TEST_CASE("a step that is answered is no longer set aside, and one set aside no longer answered") {
  CHECK(said(fold_events(std::vector{aside("a"), answered("a", "yes")})) ==
        std::vector<std::string>{"a=yes"});
  CHECK(said(fold_events(std::vector{answered("a", "yes"), aside("a")})) == std::vector<std::string>{"a?"});
}

TEST_CASE("the values of an input are texts, however a program wrote them") {
  const auto value = [](std::string json) {
    const CaseState state = fold_events(std::vector{SessionEvent{
        .kind = SessionEventKind::InputGiven, .step = "a", .name = "Port", .value = std::move(json)}});
    return to_text(state.answers.inputs.front().value);
  };
  CHECK(value("\"443\"") == "443");
  CHECK(value("443") == "443");
  CHECK(value("true") == "true");
  CHECK(value("\"a \\\"b\\\"\"") == "a \"b\"");
}

// A journal read the plain way: undone events are struck out, then the last word on each step counts.
TEST_CASE("random journals fold as a plain reading says") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::vector<SessionEvent> events;
    std::vector<std::string> plain;  // "a=yes" or "a?", struck out from the end by undos
    for (int i = 0; i < 30; ++i) {
      const std::string step(1, static_cast<char>('a' + random() % 4));
      switch (random() % 4) {
        case 0:
          events.push_back(undone());
          if (!plain.empty()) plain.pop_back();
          break;
        case 1:
          events.push_back(aside(step));
          plain.push_back(step + "?");
          break;
        default:
          events.push_back(answered(step, random() % 2 == 0 ? "yes" : "no"));
          plain.push_back(step + "=" + events.back().option);
      }
    }
    std::vector<std::string> last;
    for (char step = 'a'; step < 'e'; ++step) {
      for (auto each = plain.rbegin(); each != plain.rend(); ++each) {
        if ((*each)[0] != step) continue;
        last.push_back(*each);
        break;
      }
    }
    std::vector<std::string> found = said(fold_events(events));
    std::sort(found.begin(), found.end());
    std::sort(last.begin(), last.end());
    REQUIRE(found == last);
  }
}
