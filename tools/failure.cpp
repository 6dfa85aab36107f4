// SPDX-License-Identifier: MIT
#include "tools/failure.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/composer/shell_quote.h"
#include "engine/diagnostics/scenario_codes.h"
#include "engine/diagnostics/source.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"
#include "tools/scenario_lookup.h"

namespace tsg {

namespace {

constexpr std::size_t facts_shown = 12;

std::string gathered(const std::vector<Need>& needs) {
  std::vector<std::string> words;
  for (const Need& need : needs) {
    const bool told = !need.expected.empty();
    words.push_back(told ? fmt::format("{} (expected {}, found {})", need.path, need.expected, need.found)
                         : need.path);
  }
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string words_of(const Verdict& verdict) {
  switch (verdict.kind) {
    case VerdictKind::Answer:
      return fmt::format("answers `{}`", verdict.option);
    case VerdictKind::Unknown:
      return verdict.any_of.empty()
                 ? fmt::format("cannot tell, it needs {}", gathered(verdict.needs))
                 : fmt::format("cannot tell, it needs one of {}", gathered(verdict.any_of));
    case VerdictKind::NotApplicable:
      return fmt::format("says the question does not arise: {}", verdict.message);
    case VerdictKind::Error:
      return fmt::format("broke: {}", verdict.message);
  }
  return {};
}

Place place_of(const Verdict& verdict) {
  return {.file = verdict.rule_file,
          .range = {},
          .line = verdict.rule_line,
          .column = verdict.rule_line > 0 ? 1U : 0U};
}

void add_verdict(std::vector<Note>& notes, const std::string& where, const Verdict& verdict) {
  notes.push_back(
      {fmt::format("{}: rule `{}` {}", where, verdict.rule, words_of(verdict)), place_of(verdict)});
  const std::size_t count = verdict.evidence.size();
  const std::size_t first = count - std::min(count, facts_shown);
  if (first > 0) notes.push_back({fmt::format("it read {} facts before these", first), {}});
  for (std::size_t at = first; at < count; ++at) {
    notes.push_back(
        {fmt::format("it read {} = {}", verdict.evidence[at].path, verdict.evidence[at].value), {}});
  }
}

void add_visit(std::vector<Note>& notes, const Visit& visit) {
  const std::string where = visit.subject.empty() ? fmt::format("at `{}`", visit.step)
                                                  : fmt::format("at `{}[{}]`", visit.step, visit.subject);
  if (visit.answered_by == AnsweredBy::Agent) {
    notes.push_back({fmt::format("{}: [answers] of the scenario says `{}`", where, visit.option), {}});
  }
  const std::optional<Verdict>& verdict = visit.verdict ? visit.verdict : visit.fork_verdict;
  if (verdict) {
    add_verdict(notes, where, *verdict);
  } else if (visit.answered_by == AnsweredBy::Nobody) {
    notes.push_back({fmt::format("{}: it has no rule, and the scenario does not answer it", where), {}});
  }
}

// The first difference that the resolution has a place for.
const Difference* first_divergence(const std::vector<Difference>& differences) {
  const auto found = std::find_if(differences.begin(), differences.end(), [](const Difference& each) {
    return each.visit != no_visit || !each.check.empty();
  });
  return found == differences.end() ? nullptr : &*found;
}

std::vector<Note> divergence_notes(const Difference& difference, const Resolution& traced) {
  std::vector<Note> notes;
  if (difference.visit < traced.visits.size()) add_visit(notes, traced.visits[difference.visit]);
  const CheckResult* check = difference.check.empty() ? nullptr : find_check(traced, difference.check);
  if (check != nullptr) add_verdict(notes, fmt::format("check `{}`", check->check), check->verdict);
  return notes;
}

std::string command_for(const Scenario& scenario, const GuideResolver& resolver) {
  return "see `" + shell_line({"tsg", "resolve", resolver.guide().id, "--scenario", scenario.id, "--trace"}) +
         "`";
}

// What the facts and answers said has no place in the scenario's file of its own.
Diagnostics refusal_of(const Scenario& scenario, const ScenarioRun& run) {
  Diagnostics diagnostics = run.diagnostics;
  for (Diagnostic& each : diagnostics) {
    if (each.place.file.empty()) each.place.file = scenario.file;
  }
  diagnostics.push_back(
      make_diagnostic(codes::scenario_unusable, {.file = scenario.file},
                      "the scenario was not run: its facts or answers were refused",
                      "mend what is said above; relative paths start at the scenario's folder"));
  return diagnostics;
}

}  // namespace

Diagnostics failure_of(const Scenario& scenario, const ScenarioRun& run, GuideResolver& resolver,
                       FactsShelf& shelf) {
  if (run.refused) return refusal_of(scenario, run);
  const std::string bytes = [&] {
    Result<std::string> read = read_file(resolver.pack().root + "/" + scenario.file, limits::toml_bytes);
    return read ? std::move(read).value() : std::string();
  }();
  const Source source(scenario.file, bytes);
  const Resolution traced = resolver.resolve(shelf.facts_of(scenario).facts, scenario.answers, Trace::On);
  const Difference* divergence = first_divergence(run.differences);
  Diagnostics failures;
  for (const Difference& each : run.differences) {
    Diagnostic failure = source.diagnose(codes::scenario_differs, each.place.range, to_text(each));
    if (&each == divergence) failure.notes = divergence_notes(each, traced);
    failures.push_back(std::move(failure));
  }
  if (!failures.empty()) failures.back().help = command_for(scenario, resolver);
  append(failures, run.diagnostics);
  return failures;
}

}  // namespace tsg
