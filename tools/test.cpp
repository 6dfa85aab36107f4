// SPDX-License-Identifier: MIT
#include "tools/test.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "engine/loader/pack_files.h"
#include "engine/text/ascii.h"
#include "engine/text/suggestion.h"
#include "renderers/test_report.h"
#include "tools/coverage.h"
#include "tools/failure.h"
#include "tools/mutation.h"
#include "tools/progress_line.h"
#include "tools/say_errors.h"
#include "tools/scenario_acceptance.h"
#include "tools/tested_guide.h"

namespace tsg {

namespace {

std::vector<std::string> guides_of(const std::string& root) {
  std::vector<std::string> guides = folders_in(root, "guides");
  std::erase_if(guides, [&root](const std::string& id) {
    return !has_file(root, fmt::format("guides/{}/guide.toml", id));
  });
  return guides;
}

std::size_t threads_for(std::size_t wanted) {
  return wanted > 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

// A file that was to be a scenario and is none.
void add_unreadable(TestReport& report, const TestedGuide& guide) {
  for (const Diagnostic& each : guide.scenario_diagnostics) {
    if (each.severity != Severity::Error) continue;
    const bool same = !report.results.empty() && report.results.back().refused &&
                      report.results.back().file == each.place.file;
    if (!same) {
      report.results.push_back({.guide = guide.id,
                                .scenario = stem_of(each.place.file),
                                .file = each.place.file,
                                .refused = true});
    }
    report.results.back().failures.push_back(each);
  }
}

TestResult result_of(const Scenario& scenario, const ScenarioRun& run, TestedGuide& guide) {
  TestResult result = {.guide = guide.id,
                       .scenario = scenario.id,
                       .file = scenario.file,
                       .title = scenario.title,
                       .passed = run.passed(),
                       .refused = run.refused};
  if (!result.passed) result.failures = failure_of(scenario, run, *guide.resolver, *guide.facts);
  return result;
}

// Line ends and the blanks around them as one blank.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = ascii_space(c);
    if (!blank || (!line.empty() && line.back() != ' ')) line += blank ? ' ' : c;
  }
  return line;
}

std::string words_of(const ExpectationChange& change) {
  const std::string before = one_line(change.before);
  const std::string after = one_line(change.after);
  if (change.before.empty()) return fmt::format("{}: {} added: {}", change.line, change.what, after);
  if (change.after.empty()) return fmt::format("{}: {} taken out: {}", change.line, change.what, before);
  return fmt::format("{}: {}: {} becomes {}", change.line, change.what, before, after);
}

Observed all_observed(const GuideRun& run) {
  Observed all;
  all.lines = run.loaded;
  for (const Observed& each : run.observed) all.add(each);
  return all;
}

std::string report_text(const TestReport& report, const TestCommand& command, const Console& console) {
  switch (command.format) {
    case TestFormat::Terminal:
      return test_text(report, command.output.empty() ? console.output_colour() : Colour::Never);
    case TestFormat::Json:
      return test_json(report);
    case TestFormat::JUnit:
      return test_junit(report);
  }
  return {};
}

// Why a run whose scenarios all passed is a failure all the same.
std::vector<std::string> shortfalls(const TestReport& report, const TestCommand& command) {
  std::vector<std::string> problems;
  for (const CoverageOfKind& kind : report.coverage) {
    if (!command.least_coverage || kind.percent() >= *command.least_coverage) continue;
    problems.push_back(fmt::format("error: coverage of {} is {:.1f} %, --min asks for {} %", kind.kind,
                                   kind.percent(), *command.least_coverage));
  }
  if (report.mutation && command.least_score && report.mutation->percent() < *command.least_score) {
    problems.push_back(fmt::format("error: {:.1f} % of the changes are noticed, --min-score asks for {} %",
                                   report.mutation->percent(), *command.least_score));
  }
  return problems;
}

ExitCode judge(const TestReport& report, const TestCommand& command, const Console& console) {
  const std::vector<std::string> problems = shortfalls(report, command);
  for (const std::string& problem : problems) console.say(problem);
  const bool refused = std::any_of(report.results.begin(), report.results.end(),
                                   [](const TestResult& each) { return each.refused; });
  if (refused) return ExitCode::Unreadable;
  return report.passed() == report.results.size() && problems.empty() ? ExitCode::Done : ExitCode::Findings;
}

// A share that is asked for is measured.
bool wants_coverage(const TestCommand& command) {
  return command.coverage == CoverageMode::Report || command.least_coverage.has_value();
}
bool wants_mutation(const TestCommand& command) {
  return command.mutation == MutationMode::Mutate || command.least_score.has_value();
}

// Runs the guides one after the other; what a guide gives is in the report, what hinders it on the console.
class TestRun {
 public:
  TestRun(const TestCommand& command, const Console& console, std::string root)
      : command_(command), console_(console), root_(std::move(root)) {}

  void run(const std::string& id) {
    TestedGuide guide = open_tested_guide(root_, id, command_.scenario);
    say_errors(guide.diagnostics, console_);
    if (!guide.resolver) {
      unreadable_ = true;
      return;
    }
    const std::size_t first = report_.results.size();
    add_unreadable(report_, guide);
    const bool mutating = wants_mutation(command_);
    const bool observing = mutating || wants_coverage(command_);
    const GuideRun run =
        run_guide(guide, threads_for(command_.jobs), observing ? Observe::Everything : Observe::Nothing);
    for (std::size_t at = 0; at < guide.scenarios.size(); ++at) {
      report_.results.push_back(result_of(guide.scenarios[at], run.runs[at], guide));
      if (command_.update == UpdateMode::Rewrite) update(guide.scenarios[at], guide, report_.results.back());
    }
    sort_by_file(first);
    if (report_.results.size() == first && command_.scenario.empty())
      console_.say(fmt::format("warning: guide `{}` has no scenarios", id));
    if (wants_coverage(command_)) coverage_.add(*guide.resolver, all_observed(run));
    if (mutating) mutate(guide, run);
  }

  ExitCode finish() {
    if (report_.results.empty()) return unreadable_ ? ExitCode::Unreadable : nothing_ran();
    if (wants_coverage(command_)) report_.coverage = coverage_.report();
    if (wants_mutation(command_) && !unmutated_) report_.mutation = mutation_.score();
    const ExitCode delivered = console_.deliver(report_text(report_, command_, console_), command_.output);
    if (delivered != ExitCode::Done) return delivered;
    const ExitCode code = judge(report_, command_, console_);
    if (machine_failed_) return ExitCode::Machine;
    return unreadable_ ? ExitCode::Unreadable : code;
  }

 private:
  void sort_by_file(std::size_t first) {
    std::stable_sort(report_.results.begin() + static_cast<std::ptrdiff_t>(first), report_.results.end(),
                     [](const TestResult& a, const TestResult& b) { return a.file < b.file; });
  }

  // What differs becomes what is expected. Facts that were refused say nothing.
  void update(const Scenario& scenario, TestedGuide& guide, TestResult& result) {
    if (result.passed || result.refused) return;
    const Result<ExpectationRewrite> accepted =
        accept(scenario, guide.facts->facts_of(scenario).facts, *guide.resolver);
    if (!accepted) {
      console_.say(accepted.error());
      machine_failed_ = true;
      return;
    }
    if (has_error(accepted.value().diagnostics)) return append(result.failures, accepted.value().diagnostics);
    result.passed = true;
    result.failures.clear();
    for (const ExpectationChange& change : accepted.value().changes)
      result.updated.push_back(words_of(change));
  }

  // A scenario that fails already notices nothing.
  void mutate(TestedGuide& guide, const GuideRun& run) {
    const bool passed =
        std::all_of(run.runs.begin(), run.runs.end(), [](const ScenarioRun& each) { return each.passed(); });
    if (!passed) {
      unmutated_ = true;
      console_.say(fmt::format("help: nothing of `{}` is changed while its scenarios fail", guide.id));
      return;
    }
    const ProgressLine line(fmt::format("changes of {} tried", guide.id));
    mutation_.add(guide, run, threads_for(command_.jobs),
                  [&line](std::size_t done, std::size_t all) { line.show(done, all); });
  }

  ExitCode nothing_ran() const {
    if (!command_.scenario.empty()) {
      console_.say(fmt::format("error: there is no scenario `{}`", command_.scenario));
      console_.say("help: a scenario is named like its file: guides/<guide>/scenarios/<name>.toml");
      return ExitCode::Usage;
    }
    console_.say("error: there is no scenario to run");
    console_.say("help: write one: guides/<guide>/scenarios/<name>.toml (docs/scenario-format.md)");
    return ExitCode::Findings;
  }

  const TestCommand& command_;
  const Console& console_;
  std::string root_;
  TestReport report_ = {};
  Coverage coverage_ = {};
  Mutation mutation_ = {};
  bool unmutated_ = false;  // a guide's scenarios fail
  bool unreadable_ = false;
  bool machine_failed_ = false;  // a scenario's file could not be read or written
};

// The first guide that is asked for and not there is said; true when there is one.
bool names_unknown_guide(const TestCommand& command, const std::vector<std::string>& guides,
                         const Console& console) {
  for (const std::string& wanted : command.guides) {
    if (std::find(guides.begin(), guides.end(), wanted) != guides.end()) continue;
    const auto meant = nearest_name(wanted, guides);
    console.say(fmt::format("error: the pack has no guide `{}`", wanted));
    console.say(meant ? fmt::format("help: did you mean `{}`?", *meant)
                      : fmt::format("help: it has {}", fmt::join(guides, ", ")));
    return true;
  }
  return false;
}

}  // namespace

ExitCode test(const TestCommand& command, const Console& console) {
  const Result<std::string> root = find_pack_root(command.pack);
  if (!root) return console.say(root.error()), ExitCode::Unreadable;
  const std::vector<std::string> guides = guides_of(root.value());
  if (names_unknown_guide(command, guides, console)) return ExitCode::Usage;
  TestRun run(command, console, root.value());
  for (const std::string& id : command.guides.empty() ? guides : command.guides) run.run(id);
  return run.finish();
}

}  // namespace tsg
