// SPDX-License-Identifier: MIT
// Resolutions of the repository's scenarios, compared with themselves and with what was changed in them.
#include "engine/composer/resolution_difference.h"

#include <nlohmann/json.hpp>

#include "engine/loader/resolution_reader.h"
#include "renderers/difference.h"
#include "renderers/resolution_json.h"
#include "tests/guides/each_scenario.h"
#include "tests/guides/resolution_mutation.h"

namespace tsg {
namespace {

test::Places places_of(const ResolutionDifference& difference) {
  test::Places places;
  for (const ChangedLine& each : difference.making) places.insert("making|" + each.name);
  for (const ChangedLine& each : difference.facts) places.insert("facts|" + each.name);
  if (difference.order) places.insert("order");
  for (const PartDifference& part : difference.parts) {
    for (const ChangedItem& item : part.changes) {
      const std::string place = std::string(name_of(part.part)) + "|" + item.name + "|";
      if (item.kind != ChangeKind::Changed) places.insert(place + std::string(name_of(item.kind)));
      if (item.kind != ChangeKind::Changed) continue;
      for (const ChangedLine& line : item.lines) places.insert(place + line.name);
    }
  }
  return places;
}

TEST_CASE("every scenario's resolution is written, read back equal, and differs in nothing from itself") {
  test::each_scenario([](const test::ResolvedScenario& each) {
    const ResolutionRead read = read_resolution(resolution_json(each.resolution), "a.json");
    REQUIRE(read.resolution);
    CHECK(*read.resolution == each.resolution);
    const ResolutionDifference difference = compare_resolutions(each.resolution, *read.resolution);
    CHECK(places_of(difference).empty());
    CHECK_FALSE(difference.differs());
    std::size_t same = 0;
    for (const PartDifference& part : difference.parts) same += part.same;
    CHECK(same == each.resolution.visits.size() + each.resolution.outcomes.size() +
                      each.resolution.open.size() + each.resolution.checks.size() +
                      each.resolution.errors.size() + each.resolution.warnings.size());
  });
}

TEST_CASE("whatever is changed in a resolution is reported once, at its place, and nothing else") {
  std::vector<std::size_t> made(test::ResolutionMutation::kinds);
  const bool whole = std::getenv("TSG_EVERY_SCENARIO") != nullptr;
  std::uint32_t seed = 0;
  std::uint32_t turn = 0;
  test::each_scenario([&](const test::ResolvedScenario& each) {
    for (std::size_t kind = 0; kind < test::ResolutionMutation::kinds; ++kind) {
      for (std::uint32_t again = 0; again < (whole ? 3 : 1); ++again) {
        if (!whole && ++turn % 7 != 0) continue;
        Resolution changed = each.resolution;
        const auto places = test::ResolutionMutation(changed, ++seed).apply(kind);
        if (!places) continue;
        ++made[kind];
        INFO(each.scenario.file << ", kind " << kind << ", seed " << seed);
        const ResolutionDifference there = compare_resolutions(each.resolution, changed);
        CHECK(places_of(there) == *places);
        // The other way round the same places, with what is gone new.
        const ResolutionDifference back = compare_resolutions(changed, each.resolution);
        CHECK(places_of(back).size() == places->size());
        const bool result =
            places->begin()->rfind("making", 0) != 0 && places->begin()->rfind("facts", 0) != 0;
        CHECK(there.differs() == result);
      }
    }
  });
  CHECK(std::count(made.begin(), made.end(), 0U) < 20);
  for (std::size_t kind = 0; kind < made.size(); ++kind) {
    INFO("kind " << kind);
    CHECK((made[kind] > 0 || !whole));
  }
}

TEST_CASE("where a rule's line stands, and when a fact was gathered, is no difference") {
  test::each_scenario([](const test::ResolvedScenario& each) {
    Resolution changed = each.resolution;
    for (Visit& visit : changed.visits) {
      if (!visit.verdict) continue;
      visit.verdict->rule_line += 7;
      for (Evidence& evidence : visit.verdict->evidence) evidence.gathered_at = "2030-01-01T00:00:00Z";
    }
    CHECK(places_of(compare_resolutions(each.resolution, changed)).empty());
  });
}

Resolution one_step(DataClass data_class, const std::string& value) {
  Resolution resolution = {.guide = "g", .guide_title = "A <guide>"};
  resolution.visits.push_back({.guide = "g", .step = "s", .option = "yes", .reason = "my reason " + value});
  resolution.visits[0].verdict = Verdict{.kind = VerdictKind::Answer, .rule = "d/s"};
  resolution.visits[0].verdict->values = {{"Name", value, data_class}};
  resolution.visits[0].verdict->evidence = {{"a.b", value, data_class, ""}};
  resolution.visits[0].verdict->needs = {{"inner.path", "x", value, {"az"}}};
  resolution.warnings = {"a warning of " + value};
  return resolution;
}

std::vector<std::string> in_every_format(const ResolutionDifference& difference) {
  return {difference_terminal(difference, {}), difference_markdown(difference), difference_json(difference),
          difference_html(difference)};
}

TEST_CASE("a secret is told to nobody, an internal value to agents only") {
  for (const DataClass data_class : {DataClass::Secret, DataClass::Internal, DataClass::Customer}) {
    const ResolutionDifference all =
        compare_resolutions(one_step(data_class, "alpha7"), one_step(data_class, "beta8"));
    const bool secret = data_class == DataClass::Secret;
    // The value's own lines; reasons and needs hold what an agent wrote.
    const auto lines = all.parts[static_cast<std::size_t>(ComparedPart::Steps)].changes.front().lines;
    const auto value = std::find_if(lines.begin(), lines.end(),
                                    [](const ChangedLine& line) { return line.name == "value Name"; });
    REQUIRE(value != lines.end());
    CHECK((value->before == "[withheld]") == secret);
    CHECK((all.facts.front().before == "[withheld]") == secret);
    for (const std::string& text : in_every_format(seen_by(all, Audience::Customer))) {
      INFO(text);
      CHECK((text.find("alpha7") != std::string::npos) == (data_class == DataClass::Customer));
      for (const char* inner : {"reason", "d/s", "inner.path", "warning of"})
        CHECK(text.find(inner) == std::string::npos);
      CHECK(text.find("a.b") != std::string::npos);
    }
  }
}

TEST_CASE("hostile names and values stay text in every format") {
  const std::string hostile = "<script>x</script>\x1b[31m|`*_\n# h";
  const ResolutionDifference all =
      compare_resolutions(one_step(DataClass::Public, "a"), one_step(DataClass::Public, hostile));
  const std::vector<std::string> texts = in_every_format(all);
  CHECK(texts[0].find('\x1b') == std::string::npos);
  const std::size_t tag = texts[1].find("<script");
  CHECK((tag == std::string::npos || texts[1][tag - 1] == '\\'));
  CHECK(texts[1].find("\n# h") == std::string::npos);
  CHECK(texts[3].find("<script>") == std::string::npos);
  CHECK(nlohmann::json::parse(texts[2]).at("format") == "tsg-difference/1");
}

TEST_CASE("a difference reads as a person would tell it") {
  Resolution before = {.guide = "g", .guide_version = "1", .guide_title = "T"};
  before.visits.push_back({.guide = "g",
                           .step = "pool-empty",
                           .answered_by = AnsweredBy::Rule,
                           .option = "yes",
                           .target = Target{TargetKind::Outcome, "add"}});
  before.outcomes.push_back(
      {.guide = "g", .target = {TargetKind::Outcome, "add"}, .title = "Add", .visit = 0});
  Resolution after = before;
  after.guide_version = "2";
  after.visits[0].option = "no";
  after.visits[0].target = Target{TargetKind::Outcome, "fine"};
  after.outcomes[0].target.id = "fine";
  after.outcomes[0].title = "Fine";
  CHECK(difference_terminal(compare_resolutions(before, after), {}) ==
        "The result differs: 2 outcomes, 1 step.\n\n"
        "Made otherwise\n"
        "  version: 1 -> 2\n\n"
        "Outcomes\n"
        "  - Gone: outcome:add Add\n"
        "  + New: outcome:fine Fine\n\n"
        "Steps\n"
        "  ~ Changed: pool-empty\n"
        "      answer: yes -> no\n"
        "      leads to: outcome:add -> outcome:fine\n\n");
  CHECK(difference_terminal(compare_resolutions(before, before), {}) ==
        "The result is the same.\n\nThe same: 1 outcome, 1 step.\n");
  CHECK(difference_markdown(compare_resolutions(before, after)).find("- Gone: **outcome:add** Add\n") !=
        std::string::npos);
}

TEST_CASE("different guides are compared all the same, and it is said") {
  Resolution other = one_step(DataClass::Public, "a");
  other.guide = "h";
  other.visits[0].guide = "h";
  const ResolutionDifference difference = compare_resolutions(one_step(DataClass::Public, "a"), other);
  CHECK(places_of(difference) == test::Places{"making|guide"});
}

}  // namespace
}  // namespace tsg
