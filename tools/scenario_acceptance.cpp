// SPDX-License-Identifier: MIT
#include "tools/scenario_acceptance.h"

#include <algorithm>

#include "engine/diagnostics/scenario_codes.h"
#include "engine/loader/scenario_reader.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"
#include "tools/scenario_difference.h"
#include "tools/scenario_lookup.h"

namespace tsg {

namespace {

using List = std::vector<std::string>;

bool holds(const List& list, const std::string& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

// The names of `found` as a set: those that `before` has in its order, then the others.
List merged(const List& before, const List& found) {
  List names;
  for (const List* each : {&before, &found}) {
    for (const std::string& name : *each) {
      if (holds(found, name) && !holds(names, name)) names.push_back(name);
    }
  }
  return names;
}

std::map<std::string, Value> accepted_values(const std::map<std::string, Value>& expected,
                                             const ReachedOutcome& outcome) {
  std::map<std::string, Value> values;
  for (const auto& [name, value] : expected) {
    const FilledValue* shown = shown_value(outcome, name);
    if (shown != nullptr && shown->origin != ValueOrigin::Default) values[name] = shown->value;
  }
  return values;
}

void accept_outcomes(Expectation& expected, const Resolution& resolution) {
  List reached;
  List provisional;
  List open;
  for (const ReachedOutcome& each : resolution.outcomes) {
    reached.push_back(name_of(each));
    if (each.provisional) provisional.push_back(name_of(each));
  }
  for (const OpenQuestion& each : resolution.open) open.push_back(name_of(each));
  if (expected.outcomes) {
    expected.outcomes = merged(*expected.outcomes, reached);
    expected.provisional = merged(expected.provisional, provisional);
  }
  if (expected.open) expected.open = merged(*expected.open, open);
}

void accept_paths(Expectation& expected, const Resolution& resolution) {
  if (expected.path) expected.path = steps_of(resolution, way_to(resolution, first_end(resolution)));
  std::erase_if(expected.paths, [&](const auto& path) { return end_of(resolution, path.first) == no_visit; });
  for (auto& [subject, steps] : expected.paths)
    steps = steps_of(resolution, way_to(resolution, end_of(resolution, subject)));
}

void accept_checks(Expectation& expected, const Resolution& resolution) {
  std::erase_if(expected.checks,
                [&](const auto& check) { return find_check(resolution, check.first) == nullptr; });
  for (auto& [id, subjects] : expected.checks)
    subjects = merged(subjects, subjects_of(*find_check(resolution, id)));
}

void accept_all_values(Expectation& expected, const Resolution& resolution) {
  std::erase_if(expected.values,
                [&](const auto& values) { return find_outcome(resolution, values.first) == nullptr; });
  for (auto& [outcome, values] : expected.values)
    values = accepted_values(values, *find_outcome(resolution, outcome));
}

void accept_words(Expectation& expected, const Resolution& resolution, const Pack& pack) {
  if (expected.rendered.empty() && expected.not_rendered.empty()) return;
  const std::string page = customer_page_text(resolution, pack);
  const auto shows = [&page](const std::string& words) { return page.find(words) != std::string::npos; };
  std::erase_if(expected.rendered, [&shows](const std::string& words) { return !shows(words); });
  std::erase_if(expected.not_rendered, shows);
}

// Whether the scenario as it is written now would pass.
bool passes(const std::string& file, const std::string& bytes, const Resolution& resolution,
            const Pack& pack) {
  const ScenarioReading reading = read_scenario(file, bytes);
  return !has_error(reading.diagnostics) && !differs(reading.scenario, resolution, pack);
}

Diagnostic refusal(const Scenario& scenario, std::string message) {
  return make_diagnostic(codes::scenario_not_updated, {.file = scenario.file}, std::move(message),
                         "mend this scenario by hand");
}

}  // namespace

Expectation accepted(const Expectation& expected, const Resolution& resolution, const Pack& pack) {
  Expectation now = expected;
  accept_paths(now, resolution);
  accept_outcomes(now, resolution);
  std::erase_if(now.needs, [&](const std::string& path) { return !is_needed(resolution, path); });
  accept_all_values(now, resolution);
  accept_checks(now, resolution);
  accept_words(now, resolution, pack);
  return now;
}

Result<ExpectationRewrite> accept(const Scenario& scenario, const Facts& facts, GuideResolver& resolver) {
  const Pack& pack = resolver.pack();
  const std::string path = pack.root + "/" + scenario.file;
  const Result<std::string> bytes = read_file(path, limits::toml_bytes);
  if (!bytes) return bytes.error();
  const Resolution resolution = resolver.resolve(facts, scenario.answers, Trace::Off);
  ExpectationRewrite rewrite;
  if (!resolution.errors.empty()) {
    rewrite.diagnostics = {refusal(scenario, "a rule broke: " + resolution.errors.front())};
    return rewrite;
  }
  rewrite = rewrite_expectation(scenario.file, bytes.value(), accepted(scenario.expect, resolution, pack));
  if (has_error(rewrite.diagnostics)) return rewrite;
  if (!passes(scenario.file, rewrite.bytes, resolution, pack)) {
    rewrite.diagnostics.push_back(refusal(scenario, "its expectations cannot be rewritten in place"));
    return rewrite;
  }
  const Result<Written> written = write_file_atomically(path, rewrite.bytes);
  if (!written) return written.error();
  return rewrite;
}

}  // namespace tsg
