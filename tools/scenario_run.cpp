// SPDX-License-Identifier: MIT
#include "tools/scenario_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/diagnostics/pack_codes.h"
#include "engine/loader/pack_files.h"
#include "engine/loader/scenario_reader.h"
#include "engine/model/limits.h"
#include "engine/text/ascii.h"
#include "engine/text/file.h"
#include "renderers/html_page.h"
#include "renderers/page_text.h"

namespace tsg {

namespace {

using Names = std::set<std::string>;

std::string with_subject(const std::string& name, const std::string& subject) {
  return subject.empty() ? name : fmt::format("{}[{}]", name, subject);
}

std::string name_of(const ReachedOutcome& outcome) {
  const bool own = outcome.target.kind == TargetKind::Outcome;
  return with_subject(own ? outcome.target.id : to_text(outcome.target), outcome.subject);
}

// The steps on the way to a visit, a fork and its subject's first step as one.
std::vector<std::string> steps_to(const Resolution& resolution, std::size_t visit) {
  std::vector<std::string> steps;
  for (std::size_t at = visit; at != no_visit; at = resolution.visits[at].parent) {
    const std::string& step = resolution.visits[at].step;
    if (steps.empty() || steps.back() != step) steps.push_back(step);
  }
  std::reverse(steps.begin(), steps.end());
  return steps;
}

bool is_leaf(const Resolution& resolution, std::size_t visit) {
  return std::none_of(resolution.visits.begin(), resolution.visits.end(),
                      [visit](const Visit& each) { return each.parent == visit; });
}

std::string joined(const Names& names) {
  return names.empty() ? "nothing" : fmt::format("{}", fmt::join(names, ", "));
}

// Compares one resolution with one expectation.
class Comparison {
 public:
  Comparison(const Expectation& expected, const Resolution& resolution)
      : expected_(expected), resolution_(resolution) {}

  std::vector<std::string> run(const std::string& page_text) {
    compare_paths();
    compare_outcomes();
    compare_open();
    for (const auto& [outcome, values] : expected_.values) compare_values(outcome, values);
    compare_checks();
    compare_words(page_text);
    for (const std::string& error : resolution_.errors) differ(fmt::format("a rule broke: {}", error));
    return std::move(differences_);
  }

 private:
  void differ(std::string text) { differences_.push_back(std::move(text)); }

  void compare_sets(std::string_view what, const std::vector<std::string>& expected, const Names& got) {
    const Names wanted(expected.begin(), expected.end());
    if (wanted != got) differ(fmt::format("{}: expected {}, got {}", what, joined(wanted), joined(got)));
  }

  void compare_way(std::string_view what, const std::vector<std::string>& expected,
                   const std::vector<std::string>& got) {
    const auto first = std::mismatch(expected.begin(), expected.end(), got.begin(), got.end());
    if (first.first == expected.end() && first.second == got.end()) return;
    const std::string wanted = first.first == expected.end() ? "the end" : *first.first;
    const std::string found = first.second == got.end() ? "the end" : *first.second;
    differ(fmt::format("{}: after {} step{} expected {}, got {}", what, first.first - expected.begin(),
                       first.first - expected.begin() == 1 ? "" : "s", wanted, found));
  }

  void compare_paths() {
    std::size_t leaf = 0;
    while (leaf < resolution_.visits.size() && !is_leaf(resolution_, leaf)) ++leaf;
    const bool walked = leaf < resolution_.visits.size();
    if (expected_.path)
      compare_way("path", *expected_.path, walked ? steps_to(resolution_, leaf) : std::vector<std::string>());
    for (const auto& [subject, steps] : expected_.paths) {
      std::size_t last = no_visit;
      for (std::size_t at = 0; at < resolution_.visits.size(); ++at) {
        if (resolution_.visits[at].subject == subject && is_leaf(resolution_, at)) last = at;
      }
      if (last == no_visit) differ(fmt::format("path of {}: there is no such subject", subject));
      if (last != no_visit) compare_way("path of " + subject, steps, steps_to(resolution_, last));
    }
  }

  void compare_outcomes() {
    if (!expected_.outcomes) return;
    Names reached;
    Names provisional;
    for (const ReachedOutcome& outcome : resolution_.outcomes) {
      reached.insert(name_of(outcome));
      if (outcome.provisional) provisional.insert(name_of(outcome));
    }
    compare_sets("outcomes", *expected_.outcomes, reached);
    compare_sets("provisional", expected_.provisional, provisional);
  }

  bool open_question_names(const std::string& path) const {
    const auto named = [&path](const Need& need) { return need.path == path; };
    return std::any_of(resolution_.open.begin(), resolution_.open.end(), [&named](const OpenQuestion& open) {
      return std::any_of(open.needs.begin(), open.needs.end(), named) ||
             std::any_of(open.any_of.begin(), open.any_of.end(), named);
    });
  }

  void compare_open() {
    Names open;
    for (const OpenQuestion& question : resolution_.open)
      open.insert(with_subject(question.step, question.subject));
    if (expected_.open) compare_sets("open", *expected_.open, open);
    for (const std::string& need : expected_.needs) {
      if (!open_question_names(need)) differ(fmt::format("needs: no open question names {}", need));
    }
  }

  void compare_values(const std::string& outcome, const std::map<std::string, Value>& values) {
    const auto found = std::find_if(
        resolution_.outcomes.begin(), resolution_.outcomes.end(),
        [&outcome](const ReachedOutcome& each) { return outcome.empty() || name_of(each) == outcome; });
    if (found == resolution_.outcomes.end())
      return differ(fmt::format("values: outcome {} was not reached", outcome));
    for (const auto& [name, value] : values) {
      const FilledValue* filled = shown_value(*found, name);
      if (filled != nullptr && filled->value == value) continue;
      differ(fmt::format("value {}: expected {}, got {}", name, to_text(value),
                         filled == nullptr ? "no such placeholder" : to_text(filled->value)));
    }
  }

  static const FilledValue* shown_value(const ReachedOutcome& outcome, const std::string& name) {
    for (const FilledArticle& part : outcome.parts) {
      for (const FilledValue& value : part.values) {
        if (equal_ignoring_case(value.placeholder, name)) return &value;
      }
    }
    return nullptr;
  }

  void compare_checks() {
    for (const auto& [id, subjects] : expected_.checks) {
      const auto check =
          std::find_if(resolution_.checks.begin(), resolution_.checks.end(),
                       [&wanted = id](const CheckResult& each) { return each.check == wanted; });
      if (check == resolution_.checks.end()) {
        differ(fmt::format("check {}: the guide has none", id));
        continue;
      }
      Names found;
      for (const Finding& finding : check->verdict.findings) found.insert(finding.subject);
      compare_sets("check " + id, subjects, found);
    }
  }

  void compare_words(const std::string& page_text) {
    for (const std::string& words : expected_.rendered) {
      if (page_text.find(words) == std::string::npos)
        differ(fmt::format("rendered: `{}` is not on the page", words));
    }
    for (const std::string& words : expected_.not_rendered) {
      if (page_text.find(words) != std::string::npos)
        differ(fmt::format("rendered: `{}` is on the page", words));
    }
  }

  const Expectation& expected_;
  const Resolution& resolution_;
  std::vector<std::string> differences_ = {};
};

std::string customer_page_text(const Resolution& resolution, const Pack& pack) {
  const ComposedGuide composed = compose(resolution, pack, {.audience = Audience::Customer});
  return has_error(composed.diagnostics) ? std::string() : page_text(render_html_page(composed));
}

}  // namespace

FactsLoading load_scenario_facts(const Scenario& scenario, const Catalogue& catalogue,
                                 const std::string& pack_root) {
  FactsRequest request;
  if (!scenario.facts.empty()) request.sources = {pack_root + "/" + scenario.facts};
  request.now = scenario.now;
  request.without = scenario.without;
  request.overlay = scenario.documents;
  return load_facts(catalogue, request);
}

ScenarioRun run_scenario(const Scenario& scenario, GuideResolver& resolver, const std::string& pack_root) {
  const FactsLoading facts = load_scenario_facts(scenario, resolver.catalogue(), pack_root);
  ScenarioRun run;
  run.diagnostics = facts.diagnostics;
  if (facts.refused) {
    run.differences = {"the facts were refused"};
    return run;
  }
  const Resolution resolution = resolver.resolve(facts.facts, scenario.answers, Trace::Off);
  const bool words = !scenario.expect.rendered.empty() || !scenario.expect.not_rendered.empty();
  run.differences = Comparison(scenario.expect, resolution)
                        .run(words ? customer_page_text(resolution, resolver.pack()) : std::string());
  return run;
}

std::vector<Scenario> read_scenarios(const std::string& pack_root, std::string_view guide,
                                     Diagnostics& diagnostics) {
  std::vector<Scenario> scenarios;
  for (const std::string& file : files_in(pack_root, fmt::format("guides/{}/scenarios", guide), ".toml")) {
    const Result<std::string> bytes = read_file(pack_root + "/" + file, limits::toml_bytes);
    if (!bytes) {
      diagnostics.push_back(make_diagnostic(codes::file_unreadable, {file, {}, 0, 0}, bytes.error().message,
                                            bytes.error().help));
      continue;
    }
    ScenarioReading reading = read_scenario(file, bytes.value());
    append(diagnostics, reading.diagnostics);
    if (!has_error(reading.diagnostics)) scenarios.push_back(std::move(reading.scenario));
  }
  return scenarios;
}

}  // namespace tsg
