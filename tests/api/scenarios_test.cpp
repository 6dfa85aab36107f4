// SPDX-License-Identifier: MIT
// The scenarios of guides/ walked through the API, an answer an event, and judged as `tsg test` judges them.
#include <chrono>
#include <cstdlib>
#include <iostream>

#include "tests/api/api_bench.h"
#include "tests/api/api_scenario.h"
#include "tools/desk/event_value.h"

namespace tsg {

namespace {

constexpr std::size_t everyday_scenarios = 40;  // of all guides; all with TSG_API_SCENARIOS=all

Json event_of(const GivenAnswer& answer, std::uint64_t seen) {
  return {{"kind", "answer"},
          {"step", answer.step},
          {"subject", answer.subject},
          {"option", answer.option},
          {"after", seen},
          {"reason", answer.reason.empty() ? "the scenario says so" : answer.reason}};
}

Json event_of(const GivenInput& input, std::uint64_t seen) {
  return {{"kind", "input"},
          {"step", input.step},
          {"name", input.name},
          {"value", Json::parse(event_text_of(input.value))},
          {"after", seen}};
}

// What the session says must be what its resolution says.
void check_told(const Json& session, const std::string& resolution) {
  const Json whole = Json::parse(resolution);
  REQUIRE(session.at("path").size() == whole.at("visits").size());
  for (std::size_t i = 0; i < session.at("path").size(); ++i) {
    const Json& told = session.at("path")[i];
    const Json& visit = whole.at("visits")[i];
    CHECK(told.at("step") == visit.at("step"));
    CHECK(told.at("subject") == visit.at("subject"));
    CHECK(told.at("option") == visit.at("option"));
    CHECK(told.at("answeredBy") == visit.at("answeredBy"));
  }
  CHECK(session.at("open").size() == whole.at("open").size());
  CHECK(session.at("outcomes").empty() == whole.at("outcomes").empty());
  CHECK((session.at("state") == "ended") == session.at("question").is_null());
}

struct Tally {
  std::size_t scenarios = 0;
  std::size_t events = 0;
  std::chrono::nanoseconds spent{0};  // in events
};

Json tallied(ApiBench& bench, const std::string& id, const Json& event, Tally& tally) {
  const auto began = std::chrono::steady_clock::now();
  const Answer answer = bench.event(id, event);
  tally.spent += std::chrono::steady_clock::now() - began;
  ++tally.events;
  CAPTURE(event.dump(), answer.body);
  REQUIRE(answer.status == 200);
  return answer.json;
}

void walk_scenario(ApiBench& bench, const Scenario& scenario, const std::string& guide, Tally& tally) {
  CAPTURE(scenario.file);
  const auto pack = bench.desk().content()->pack_of(guide);
  const Catalogue& catalogue = *pack->catalogue(pack->guide(guide)->domain);
  Json session = bench.session(
      {{"guide", guide}, {"facts", Json::parse(facts_text(scenario, catalogue))}, {"now", scenario.now}});
  const auto id = session.at("id").get<std::string>();
  for (const GivenInput& input : scenario.answers.inputs)
    session = tallied(bench, id, event_of(input, session.at("events")), tally);
  for (const GivenAnswer& answer : scenario.answers.answers)
    session = tallied(bench, id, event_of(answer, session.at("events")), tally);
  const Answer resolution = bench.get("/api/v1/sessions/" + id + "/resolution");
  // The desk sweeps facts that are there: without any it has no checks to tell of.
  const bool swept = !taken(bench.desk().view(id)).found->state.facts.empty();
  if (swept || scenario.expect.checks.empty()) CHECK(differences_in(scenario, resolution.body, *pack) == "");
  check_told(session, resolution.body);
  ++tally.scenarios;
}

}  // namespace

TEST_CASE("every scenario reaches through the API what it expects") {
  ApiBench bench;
  const char* const wanted = std::getenv("TSG_API_SCENARIOS");
  const bool all = wanted != nullptr && std::string(wanted) == "all";
  Tally tally;
  REQUIRE(own_content()->guides().size() >= 2);
  for (const std::string& guide : own_content()->guides()) {
    Diagnostics diagnostics;
    const std::vector<Scenario> scenarios = read_scenarios(TSG_SOURCE_DIR, guide, diagnostics);
    REQUIRE(scenarios.size() > everyday_scenarios);
    const std::size_t stride =
        all ? 1 : scenarios.size() * own_content()->guides().size() / everyday_scenarios;
    for (std::size_t i = 0; i < scenarios.size(); i += stride)
      walk_scenario(bench, scenarios[i], guide, tally);
  }
  // Whatever is not sampled, answers are: those that have some are few.
  for (const std::string& guide : own_content()->guides()) {
    Diagnostics diagnostics;
    std::size_t taken_more = 0;
    for (const Scenario& scenario : read_scenarios(TSG_SOURCE_DIR, guide, diagnostics))
      if (!all && !(scenario.answers == Answers()) && ++taken_more <= 8)
        walk_scenario(bench, scenario, guide, tally);
  }
  REQUIRE(tally.events > 0);
  const auto spent = std::chrono::duration_cast<std::chrono::microseconds>(tally.spent).count();
  std::cout << tally.scenarios << " scenarios, " << tally.events << " events, "
            << spent / static_cast<long>(tally.events) << " us an event\n";
}

TEST_CASE("what is resolved at once is what the session came to") {
  ApiBench bench;
  const std::string guide = "application-gateway-502";
  Diagnostics diagnostics;
  const auto pack = own_content()->pack_of(guide);
  const Catalogue& catalogue = *pack->catalogue(pack->guide(guide)->domain);
  std::size_t looked = 0;
  for (const Scenario& scenario : read_scenarios(TSG_SOURCE_DIR, guide, diagnostics)) {
    if (scenario.answers.answers.empty() || ++looked > 3) continue;
    CAPTURE(scenario.file);
    Json answers = Json::array();
    for (const GivenAnswer& each : scenario.answers.answers) answers.push_back(event_of(each, 0));
    Json inputs = Json::array();
    for (const GivenInput& each : scenario.answers.inputs) inputs.push_back(event_of(each, 0));
    Json request = {{"facts", Json::parse(facts_text(scenario, catalogue))},
                    {"now", scenario.now},
                    {"answers", answers},
                    {"inputs", inputs}};
    const Answer resolved = bench.post("/api/v1/guides/" + guide + "/resolve", request);
    REQUIRE(resolved.status == 200);
    CHECK(differences_in(scenario, resolved.body, *pack).empty());
  }
  REQUIRE(looked > 0);
}

}  // namespace tsg
