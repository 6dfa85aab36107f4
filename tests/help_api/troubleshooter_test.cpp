// SPDX-License-Identifier: MIT
// Resolutions of the repository's guides as troubleshooters.
#include <algorithm>
#include <set>

#include "renderers/help_api/continue_answers.h"
#include "renderers/help_api/help_troubleshooter_json.h"
#include "renderers/help_api/resolution_troubleshooter.h"
#include "tests/guides/each_scenario.h"
#include "tests/help_api/published_words.h"

namespace tsg {
namespace {

HelpTroubleshooter made_of(const Resolution& resolution, const Pack& pack, Audience audience) {
  const ComposedGuide composed = compose(resolution, pack, {.audience = audience});
  return resolution_troubleshooter(resolution, composed, pack,
                                   {.name = "run-1", .scope = "/subscriptions/s/"});
}

const std::vector<HelpStep>& steps_of(const HelpTroubleshooter& troubleshooter) {
  return *troubleshooter.properties->steps;
}

const HelpStep* step_called(const HelpTroubleshooter& troubleshooter, const std::string& id) {
  for (const HelpStep& each : steps_of(troubleshooter)) {
    if (each.id == id) return &each;
  }
  return nullptr;
}

// The visit's step says of it what the resolution says.
void check_visit(const Resolution& resolution, std::size_t at, const HelpStep& step) {
  const Visit& visit = resolution.visits[at];
  const auto open = std::find_if(resolution.open.begin(), resolution.open.end(),
                                 [at](const OpenQuestion& each) { return each.visit == at; });
  CAPTURE(visit.step, visit.subject, *step.type);
  CHECK((step.execution_status == "Running") == (open != resolution.open.end()));
  CHECK(step.is_last_step == false);
  if (visit.answered_by == AnsweredBy::Rule) {
    CHECK(step.type == "AutomatedCheck");
    REQUIRE(step.automated_check_results);
    CHECK(step.automated_check_results->result != "");
  }
  if (visit.answered_by == AnsweredBy::Agent) {
    CHECK(step.type == "Decision");
    REQUIRE(step.inputs);
    const auto& options = *step.inputs->front().response_options;
    const auto chosen =
        std::find_if(options.begin(), options.end(),
                     [&visit](const HelpResponseOption& each) { return each.key == visit.option; });
    REQUIRE(chosen != options.end());
    CHECK(step.inputs->front().selected_option_value == chosen->value);
  }
  if (open == resolution.open.end()) return;
  CHECK((step.type == "Decision" || step.type == "Input"));
  std::size_t wanted = open->inputs.size() + (visit.option.empty() && !open->options.empty() ? 1 : 0);
  if (visit.answered_by == AnsweredBy::Agent) ++wanted;
  CHECK((step.inputs ? step.inputs->size() : 0) == wanted);
}

TEST_CASE("every visit, finding and outcome of every scenario is a step, for both audiences") {
  test::each_scenario([](const test::ResolvedScenario& each) {
    INFO(each.scenario.file);
    const Resolution& resolution = each.resolution;
    for (const Audience audience : {Audience::Agent, Audience::Customer}) {
      const HelpTroubleshooter made = made_of(resolution, each.resolver.pack(), audience);
      const std::string json = help_troubleshooter_json(made);
      CHECK(test::departure(nlohmann::json::parse(json), test::published_troubleshooter()) == "");
      CHECK(read_help_troubleshooter(json).value == made);
      const std::vector<HelpStep>& steps = steps_of(made);
      REQUIRE(steps.size() >= resolution.visits.size());
      std::set<std::string> ids;
      for (const HelpStep& step : steps) CHECK(ids.insert(*step.id).second);
      for (std::size_t at = 0; at < resolution.visits.size(); ++at) check_visit(resolution, at, steps[at]);
      const auto count = [&steps](const char* type) {
        return std::count_if(steps.begin(), steps.end(),
                             [type](const HelpStep& step) { return step.type == type; });
      };
      std::set<std::string> targets;
      for (const ReachedOutcome& outcome : resolution.outcomes) targets.insert(to_text(outcome.target));
      std::set<std::string> told;
      for (const HelpStep& step : steps) {
        if (step.type == "Solution") told.insert(step.id->substr(0, step.id->find('[')));
      }
      CHECK(told == targets);
      CHECK(count("Insight") ==
            std::count_if(resolution.checks.begin(), resolution.checks.end(), [](const CheckResult& check) {
              return check.verdict.kind == VerdictKind::Answer && check.verdict.option == "yes";
            }));
      CHECK((made.properties->provisioning_state == "Running") == !resolution.open.empty());
    }
  });
}

TEST_CASE("customers get neither rules nor reasons nor where facts come from") {
  test::each_scenario([](const test::ResolvedScenario& each) {
    INFO(each.scenario.file);
    const std::string json =
        help_troubleshooter_json(made_of(each.resolution, each.resolver.pack(), Audience::Customer));
    for (const Visit& visit : each.resolution.visits) {
      if (visit.verdict && !visit.verdict->rule_file.empty())
        CHECK(json.find(visit.verdict->rule_file) == std::string::npos);
      if (!visit.reason.empty()) CHECK(json.find(visit.reason) == std::string::npos);
    }
    CHECK(json.find("\"rulePlace\"") == std::string::npos);
    CHECK(json.find("\"overruled\"") == std::string::npos);
  });
}

TEST_CASE("an agent who overrules a rule is told with what the rule said") {
  std::size_t overruled = 0;
  test::each_scenario([&overruled](const test::ResolvedScenario& each) {
    // Every answer of a rule is overruled, one at a time, by another option.
    for (const Visit& visit : each.resolution.visits) {
      const Step* step = each.resolver.guide().step(visit.step);
      if (visit.option.empty() || visit.answered_by != AnsweredBy::Rule || step == nullptr ||
          visit.guide != each.resolution.guide)
        continue;
      const auto other = std::find_if(step->options.begin(), step->options.end(),
                                      [&visit](const Option& option) { return option.id != visit.option; });
      if (other == step->options.end() || overruled > 20) continue;
      Answers answers = each.scenario.answers;
      answers.answers.push_back({visit.step, visit.subject, other->id, "seen otherwise"});
      const Resolution resolution = each.resolver.resolve(each.facts, answers, Trace::On);
      const HelpTroubleshooter made = made_of(resolution, each.resolver.pack(), Audience::Agent);
      const std::string id = visit.subject.empty() ? visit.step : visit.step + "[" + visit.subject + "]";
      const HelpStep* told = step_called(made, id);
      REQUIRE(told != nullptr);
      REQUIRE(told->inputs);
      CHECK(told->inputs->front().recommended_option == visit.option);
      CHECK(told->extras.front().json.find("seen otherwise") != std::string::npos);
      ++overruled;
    }
  });
  CHECK(overruled > 10);
}

// Facts that are wanted stand in the error's details and, with their commands, in x-tsg.
TEST_CASE("a question that wants facts names each of them") {
  std::size_t wanting = 0;
  test::each_scenario([&wanting](const test::ResolvedScenario& each) {
    const HelpTroubleshooter made = made_of(each.resolution, each.resolver.pack(), Audience::Agent);
    for (const OpenQuestion& open : each.resolution.open) {
      if (open.needs.empty() && open.any_of.empty()) continue;
      const HelpStep& step = steps_of(made)[open.visit];
      REQUIRE(step.error);
      CHECK(step.error->code == "MissingInputs");
      std::vector<std::string> wanted;
      for (const Need& need : open.needs) wanted.push_back(need.path);
      for (const Need& need : open.any_of) wanted.push_back(need.path);
      std::vector<std::string> told;
      for (const HelpError& detail : *step.error->details) told.push_back(*detail.target);
      CHECK(told == wanted);
      const auto own = nlohmann::json::parse(step.extras.front().json);
      CHECK(own.value("requiredParameters", nlohmann::json::array()).size() == open.needs.size());
      CHECK(own.value("anyOf", nlohmann::json::array()).size() == open.any_of.size());
      ++wanting;
    }
  });
  CHECK(wanting > 0);
}

// One response that the scenario's agent would have given to something that is open; nothing when there is
// none.
std::optional<HelpContinue> next_response(const HelpTroubleshooter& made, const Resolution& resolution,
                                          const Answers& wanted, std::set<std::string>& given) {
  for (const OpenQuestion& open : resolution.open) {
    const HelpStep& step = steps_of(made)[open.visit];
    for (const HelpStepInput& input : step.inputs.value_or(std::vector<HelpStepInput>())) {
      HelpResponse response = {.question_id = input.question_id, .question_type = input.question_type};
      const GivenAnswer* answer = wanted.find(open.step, open.subject);
      if (input.question_id == "0" && answer != nullptr) response.response = answer->option;
      for (const GivenInput& value : wanted.inputs) {
        if (value.step == open.step && input.question_title == value.name)
          response.response = to_text(value.value);
      }
      if (!response.response || !given.insert(*step.id + "\n" + *input.question_id).second) continue;
      return HelpContinue{.step_id = step.id, .responses = std::vector<HelpResponse>{response}};
    }
  }
  return std::nullopt;
}

TEST_CASE("a scenario is walked to its end by what clients send") {
  std::size_t sent = 0;
  test::each_scenario([&sent](const test::ResolvedScenario& each) {
    INFO(each.scenario.file);
    // Who overrules a rule was not asked.
    const std::vector<Visit>& visits = each.resolution.visits;
    const bool overrides = std::any_of(visits.begin(), visits.end(), [](const Visit& visit) {
      return visit.answered_by == AnsweredBy::Agent && visit.verdict &&
             visit.verdict->kind != VerdictKind::Unknown;
    });
    if (overrides) return;
    Answers answers;
    std::set<std::string> given;
    Resolution resolution = each.resolver.resolve(each.facts, answers, Trace::On);
    while (true) {
      const HelpTroubleshooter made = made_of(resolution, each.resolver.pack(), Audience::Agent);
      const auto response = next_response(made, resolution, each.scenario.answers, given);
      if (!response) break;
      const auto read = read_help_continue(help_continue_json(*response));
      REQUIRE(read.value);
      const ContinueAnswers more = continue_answers(*read.value, each.resolver.pack(), resolution.guide);
      REQUIRE(more.problem == "");
      answers.answers.insert(answers.answers.end(), more.answers.answers.begin(), more.answers.answers.end());
      answers.inputs.insert(answers.inputs.end(), more.answers.inputs.begin(), more.answers.inputs.end());
      resolution = each.resolver.resolve(each.facts, answers, Trace::On);
      ++sent;
    }
    CHECK(resolution.visits == each.resolution.visits);
    CHECK(resolution.outcomes == each.resolution.outcomes);
    CHECK(resolution.open == each.resolution.open);
  });
  CHECK(sent > 0);
}

TEST_CASE("what a client sends wrongly is told, and nothing of it is taken") {
  Pack pack;
  Guide guide = {.id = "g"};
  guide.steps.push_back({.id = "ask",
                         .inputs = {{"Pool"}, {"Count", InputType::Integer}},
                         .options = {{"yes", "Yes"}, {"no", "No"}}});
  guide.steps.push_back({.id = "values", .inputs = {{"Pool"}}});
  pack.guides.push_back(guide);
  struct Case {
    const char* request;
    const char* problem;
  };
  const Case cases[] = {
      {R"({})", "there is no step ``"},
      {R"({"stepId":"outcome:x"})", "there is no step `outcome:x`"},
      {R"({"stepId":"other#ask"})", "there is no step `other#ask`"},
      {R"({"stepId":"ask","responses":[{"questionId":"0","response":"yse"}]})",
       "step `ask` has no option `yse`: did you mean `yes`?"},
      {R"({"stepId":"ask","responses":[{"questionId":"1","response":"a"},{"questionId":"3","response":"b"}]})",
       "step `ask` has no question `3`"},
      {R"({"stepId":"values","responses":[{"questionId":"0","response":"yes"}]})",
       "step `values` has no question `0`"},
  };
  for (const Case& each : cases) {
    INFO(each.request);
    const ContinueAnswers read = continue_answers(*read_help_continue(each.request).value, pack, "g");
    CHECK(read.problem == each.problem);
    CHECK(read.answers == Answers{});
  }
  const ContinueAnswers taken = continue_answers(
      *read_help_continue(R"({"stepId":"g#ask[a]","responses":[{"questionId":"0","response":"no"},
        {"questionId":"2","response":"7"},{"questionId":"1","response":""}]})")
           .value,
      pack, "elsewhere");
  CHECK(taken.problem == "");
  CHECK(taken.answers.answers == std::vector<GivenAnswer>{{"ask", "a", "no", ""}});
  CHECK(taken.answers.inputs == std::vector<GivenInput>{{"ask", "Count", std::string("7")}});
}

}  // namespace
}  // namespace tsg
