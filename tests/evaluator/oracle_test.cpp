// SPDX-License-Identifier: MIT
// The evaluator against a naive one over thousands of random guides.
#include <catch2/catch.hpp>

#include "tests/evaluator/naive_walk.h"
#include "tests/evaluator/random_world.h"

namespace tsg {
namespace {

using namespace tsg::test;

std::string place_of(const std::string& guide, const std::string& step, const std::string& subject) {
  return guide + "/" + step + (subject.empty() ? "" : "[" + subject + "]");
}

std::string line_of(const ReachedOutcome& outcome) {
  std::string line = outcome.guide + "/" + to_text(outcome.target) + "[" + outcome.subject + "] open: ";
  for (std::size_t at = 0; at < outcome.open_steps.size(); ++at)
    line += (at == 0 ? "" : ",") + outcome.open_steps[at];
  REQUIRE(outcome.parts.size() == 1);
  REQUIRE(outcome.provisional == !outcome.open_steps.empty());
  for (const FilledValue& value : outcome.parts[0].values) {
    line += " V: " + std::string(name_of(value.origin)) + " " + to_text(value.value);
  }
  return line;
}

// "step `s[a]` of guide `g`: ..." -> "g/s[a]"
std::string place_in(const std::string& error) {
  const std::size_t step = error.find('`') + 1;
  const std::size_t step_end = error.find("` of guide `");
  const std::size_t guide = step_end + 12;
  return error.substr(guide, error.find('`', guide) - guide) + "/" + error.substr(step, step_end - step);
}

Told told_by(const Resolution& resolution) {
  Told told;
  for (const Visit& visit : resolution.visits) {
    told.visits.push_back(place_of(visit.guide, visit.step, visit.subject) + (visit.provisional ? "?" : ""));
  }
  for (const ReachedOutcome& outcome : resolution.outcomes) told.outcomes.push_back(line_of(outcome));
  for (const OpenQuestion& open : resolution.open) {
    const std::string place = place_of(open.guide, open.step, open.subject);
    if (!open.options.empty()) told.open.push_back(place);
    if (!open.inputs.empty()) told.asked.push_back(place);
  }
  std::sort(told.asked.begin(), told.asked.end());
  for (const std::string& error : resolution.errors) told.failed.push_back(place_in(error));
  return told;
}

TEST_CASE("a walk comes to what a naive walk comes to") {
  std::size_t outcomes = 0, provisional = 0, in_forks = 0, open = 0, failed = 0, filled = 0, deepest = 0,
              changed = 0;
  for (std::uint32_t seed = 0; seed < 2500; ++seed) {
    World world = RandomWorld(seed).make();
    const Resolution resolution = world.resolve();
    const Told told = told_by(resolution);
    const Told expected = NaiveWalk(world).tell();
    if (told != expected) {
      INFO("seed " << seed);
      CHECK(told.visits == expected.visits);
      CHECK(told.outcomes == expected.outcomes);
      CHECK(told.open == expected.open);
      CHECK(told.asked == expected.asked);
      CHECK(told.failed == expected.failed);
      FAIL("differs");
    }
    changed += resolution == world.resolve(Trace::Off) ? 0 : 1;
    for (const ReachedOutcome& outcome : resolution.outcomes) {
      ++outcomes;
      provisional += outcome.provisional ? 1 : 0;
      in_forks += outcome.subject.empty() ? 0 : 1;
      for (const FilledValue& value : outcome.parts[0].values)
        filled += value.origin == ValueOrigin::Default ? 0 : 1;
    }
    open += resolution.open.size();
    failed += resolution.errors.size();
    deepest = std::max(deepest, resolution.visits.size());
  }
  CHECK(changed == 0);
  // The random guides exercise what they are meant to.
  CHECK(outcomes > 1200);
  CHECK(provisional > 500);
  CHECK(in_forks > 500);
  CHECK(open > 500);
  CHECK(failed > 500);
  CHECK(filled > 500);
  CHECK(deepest > 30);
}

}  // namespace
}  // namespace tsg
