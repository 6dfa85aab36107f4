// SPDX-License-Identifier: MIT
#include "tools/scenario_lookup.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/composer/compose.h"
#include "engine/text/ascii.h"
#include "renderers/html_page.h"
#include "renderers/page_text.h"

namespace tsg {

namespace {

std::string with_subject(const std::string& name, const std::string& subject) {
  return subject.empty() ? name : fmt::format("{}[{}]", name, subject);
}

bool is_leaf(const Resolution& resolution, std::size_t visit) {
  return std::none_of(resolution.visits.begin(), resolution.visits.end(),
                      [visit](const Visit& each) { return each.parent == visit; });
}

}  // namespace

std::string name_of(const ReachedOutcome& outcome) {
  const bool own = outcome.target.kind == TargetKind::Outcome;
  return with_subject(own ? outcome.target.id : to_text(outcome.target), outcome.subject);
}

std::string name_of(const OpenQuestion& question) {
  return with_subject(question.step, question.subject);
}

std::vector<std::size_t> way_to(const Resolution& resolution, std::size_t visit) {
  std::vector<std::size_t> way;
  for (std::size_t at = visit; at != no_visit; at = resolution.visits[at].parent) {
    const bool fork = !way.empty() && resolution.visits[way.back()].step == resolution.visits[at].step;
    if (!fork) way.push_back(at);
  }
  std::reverse(way.begin(), way.end());
  return way;
}

std::vector<std::string> steps_of(const Resolution& resolution, const std::vector<std::size_t>& way) {
  std::vector<std::string> steps;
  for (const std::size_t visit : way) steps.push_back(resolution.visits[visit].step);
  return steps;
}

std::size_t first_end(const Resolution& resolution) {
  for (std::size_t at = 0; at < resolution.visits.size(); ++at) {
    if (is_leaf(resolution, at)) return at;
  }
  return no_visit;
}

std::size_t end_of(const Resolution& resolution, std::string_view subject) {
  for (std::size_t at = resolution.visits.size(); at-- > 0;) {
    if (resolution.visits[at].subject == subject && is_leaf(resolution, at)) return at;
  }
  return no_visit;
}

const ReachedOutcome* find_outcome(const Resolution& resolution, std::string_view name) {
  const auto found =
      std::find_if(resolution.outcomes.begin(), resolution.outcomes.end(),
                   [name](const ReachedOutcome& each) { return name.empty() || name_of(each) == name; });
  return found == resolution.outcomes.end() ? nullptr : &*found;
}

const FilledValue* shown_value(const ReachedOutcome& outcome, std::string_view placeholder) {
  for (const FilledArticle& part : outcome.parts) {
    for (const FilledValue& value : part.values) {
      if (equal_ignoring_case(value.placeholder, placeholder)) return &value;
    }
  }
  return nullptr;
}

const CheckResult* find_check(const Resolution& resolution, std::string_view id) {
  const auto found = std::find_if(resolution.checks.begin(), resolution.checks.end(),
                                  [id](const CheckResult& each) { return each.check == id; });
  return found == resolution.checks.end() ? nullptr : &*found;
}

std::vector<std::string> subjects_of(const CheckResult& check) {
  std::vector<std::string> subjects;
  if (check.verdict.kind != VerdictKind::Answer || check.verdict.option != "yes") return subjects;
  for (const Finding& finding : check.verdict.findings) subjects.push_back(finding.subject);
  return subjects;
}

bool is_needed(const Resolution& resolution, std::string_view path) {
  const auto named = [path](const Need& need) { return need.path == path; };
  return std::any_of(resolution.open.begin(), resolution.open.end(), [&named](const OpenQuestion& open) {
    return std::any_of(open.needs.begin(), open.needs.end(), named) ||
           std::any_of(open.any_of.begin(), open.any_of.end(), named);
  });
}

std::string customer_page_text(const Resolution& resolution, const Pack& pack) {
  const ComposedGuide composed = compose(resolution, pack, {.audience = Audience::Customer});
  return has_error(composed.diagnostics) ? std::string() : page_text(render_html_page(composed));
}

}  // namespace tsg
