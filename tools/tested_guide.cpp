// SPDX-License-Identifier: MIT
#include "tools/tested_guide.h"

#include <algorithm>
#include <new>
#include <numeric>

#include "engine/evaluator/check_answers.h"
#include "engine/loader/pack_files.h"
#include "tools/shared_work.h"

namespace tsg {

namespace {

constexpr std::size_t scenarios_worth_a_thread = 32;  // a thread compiles the rules anew

struct Runner {
  GuideResolver* resolver = nullptr;
  std::unique_ptr<GuideResolver> own = {};
  std::unique_ptr<RuleLines> lines = {};
};

std::vector<Runner> runners_for(TestedGuide& guide, std::size_t jobs, Observe observed) {
  const std::size_t useful = 1 + guide.scenarios.size() / scenarios_worth_a_thread;
  std::vector<Runner> runners(std::clamp<std::size_t>(jobs, 1, useful));
  for (Runner& runner : runners) {
    const bool first = &runner == &runners.front();
    if (observed == Observe::Everything) runner.lines = std::make_unique<RuleLines>();
    if (!first || runner.lines) runner.own = guide.resolver->another(runner.lines.get());
    runner.resolver = runner.own ? runner.own.get() : guide.resolver.get();
    if (!runner.own && (!first || runner.lines)) throw std::bad_alloc();
  }
  return runners;
}

// What ran since it was taken the last time; the entries stay, which the recorder knows.
RuleLines take_lines(RuleLines& lines) {
  RuleLines taken;
  for (auto& [path, file] : lines) {
    if (std::find(file.run.begin(), file.run.end(), true) == file.run.end()) continue;
    taken[path].run = file.run;
    std::fill(file.run.begin(), file.run.end(), false);
  }
  return taken;
}

// Scenarios of the same facts one after the other: what rules made of facts is kept until others come.
std::vector<std::size_t> by_facts(const std::vector<Scenario>& scenarios) {
  std::vector<std::size_t> order(scenarios.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return scenarios[a].facts < scenarios[b].facts; });
  return order;
}

ScenarioRun run_with(const Scenario& scenario, Runner& runner, FactsShelf& shelf, Observed* observed) {
  const GuideResolver& resolver = *runner.resolver;
  ScenarioRun run;
  run.diagnostics = check_answers(resolver.pack(), resolver.guide(), scenario.answers);
  run.refused = has_error(run.diagnostics);
  const FactsLoading& facts = shelf.facts_of(scenario);
  append(run.diagnostics, facts.diagnostics);
  run.refused = run.refused || facts.refused;
  if (run.refused) return run;
  const Resolution resolution = runner.resolver->resolve(facts.facts, scenario.answers, Trace::Off);
  run.differences = differences(scenario, resolution, resolver.pack());
  if (observed == nullptr) return run;
  *observed = observe(resolution, resolver.pack());
  observed->lines = take_lines(*runner.lines);
  return run;
}

}  // namespace

TestedGuide open_tested_guide(const std::string& pack_root, const std::string& guide,
                              const std::string& scenario) {
  TestedGuide tested = {.id = guide};
  GuideOpening opening = open_guide(pack_root, guide);
  tested.resolver = std::move(opening.resolver);
  tested.diagnostics = std::move(opening.diagnostics);
  if (!tested.resolver) return tested;
  tested.facts = std::make_unique<FactsShelf>(tested.resolver->catalogue(), pack_root);
  tested.scenarios = read_scenarios(pack_root, guide, tested.scenario_diagnostics);
  if (scenario.empty()) return tested;
  std::erase_if(tested.scenarios, [&scenario](const Scenario& each) { return each.id != scenario; });
  std::erase_if(tested.scenario_diagnostics,
                [&scenario](const Diagnostic& each) { return stem_of(each.place.file) != scenario; });
  return tested;
}

GuideRun run_guide(TestedGuide& guide, std::size_t jobs, Observe observed) {
  const bool observing = observed == Observe::Everything;
  std::vector<Runner> runners = runners_for(guide, jobs, observed);
  GuideRun result;
  result.runs.resize(guide.scenarios.size());
  if (observing) {
    result.observed.resize(guide.scenarios.size());
    for (Runner& runner : runners) {
      add_lines(result.loaded, *runner.lines);
      take_lines(*runner.lines);
    }
  }
  const std::vector<std::size_t> order = by_facts(guide.scenarios);
  share_work(runners, order.size(), [&](Runner& runner, std::size_t place) {
    const std::size_t at = order[place];
    Observed* const into = observing ? &result.observed[at] : nullptr;
    result.runs[at] = run_with(guide.scenarios[at], runner, *guide.facts, into);
  });
  return result;
}

}  // namespace tsg
