// SPDX-License-Identifier: MIT
// Every scenario of every guide of the repository.
#include <catch2/catch.hpp>

#include "engine/diagnostics/text_form.h"
#include "engine/loader/pack_files.h"
#include "tools/scenario_run.h"

using namespace tsg;

namespace {

const std::string root = TSG_SOURCE_DIR;

std::string to_text(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& each : diagnostics) text += to_text(each, Colour::Never);
  return text;
}

std::string to_text(const std::vector<Difference>& differences) {
  std::string text;
  for (const Difference& each : differences) text += to_text(each) + "\n";
  return text;
}

}  // namespace

TEST_CASE("every guide resolves its scenarios as they say") {
  for (const std::string& guide : folders_in(root, "guides")) {
    if (!has_file(root, "guides/" + guide + "/guide.toml")) continue;
    GuideOpening opening = open_guide(root, guide);
    INFO(to_text(opening.diagnostics));
    REQUIRE(opening.resolver);
    Diagnostics diagnostics;
    const std::vector<Scenario> scenarios = read_scenarios(root, guide, diagnostics);
    INFO(to_text(diagnostics));
    CHECK(diagnostics.empty());
    CHECK(scenarios.size() >= 14);
    for (const Scenario& scenario : scenarios) {
      const ScenarioRun run = run_scenario(scenario, *opening.resolver, root);
      INFO(scenario.file << ": " << scenario.title);
      INFO(to_text(run.diagnostics));
      CHECK_FALSE(run.refused);
      CHECK(to_text(run.differences) == "");
    }
  }
}

TEST_CASE("a scenario that expects otherwise is told what differs") {
  GuideOpening opening = open_guide(root, "application-gateway-502");
  REQUIRE(opening.resolver);
  Diagnostics diagnostics;
  std::vector<Scenario> scenarios = read_scenarios(root, "application-gateway-502", diagnostics);
  const auto lab = std::find_if(scenarios.begin(), scenarios.end(),
                                [](const Scenario& each) { return each.id == "lab-502"; });
  REQUIRE(lab != scenarios.end());
  REQUIRE(lab->expect.path);
  lab->expect.path->back() = "elsewhere";
  lab->expect.outcomes = std::vector<std::string>{"add-servers"};
  lab->expect.needs.push_back("nothing.at.all");
  lab->expect.rendered.push_back("words that no page has");
  lab->expect.values.clear();
  lab->expect.values[""]["NoSuchPlaceholder"] = Value(std::string("x"));
  const ScenarioRun run = run_scenario(*lab, *opening.resolver, root);
  CHECK(run.differences.size() == 5);
  for (const Difference& each : run.differences) CHECK(each.place.line >= 6);
}
