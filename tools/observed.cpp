// SPDX-License-Identifier: MIT
#include "tools/observed.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

void add_parts(Observed& observed, const Document* document, const std::vector<FilledArticle>& parts) {
  if (document == nullptr || parts.empty()) return;
  observed.outcomes.insert(document->article.path);
  for (const FilledArticle& part : parts) {
    for (const FilledValue& value : part.values) {
      if (value.origin == ValueOrigin::Default) continue;
      observed.placeholders.insert(placeholder_name(document->article.path, value.placeholder));
    }
  }
}

void add_verdict(Observed& observed, const Verdict& verdict) {
  if (verdict.kind == VerdictKind::Answer) observed.answers.insert(answer_name(verdict.rule, verdict.option));
}

}  // namespace

std::string edge_name(std::string_view guide, std::string_view step, std::string_view edge) {
  return fmt::format("{} {} {}", guide, step, edge);
}

std::string shown_name(std::string_view guide, std::string_view check) {
  return edge_name(guide, check, "shows");
}

std::string answer_name(std::string_view rule, std::string_view option) {
  return fmt::format("{} {}", rule, option);
}

std::string placeholder_name(std::string_view article_path, std::string_view placeholder) {
  return fmt::format("{} {}", article_path, ascii_lowered(placeholder));
}

void add_lines(RuleLines& all, const RuleLines& more) {
  for (const auto& [path, file] : more) {
    FileLines& into = all[path];
    if (into.code.empty()) into.code = file.code;
    into.run.resize(std::max(into.run.size(), file.run.size()));
    for (std::size_t line = 0; line < file.run.size(); ++line) {
      if (file.run[line]) into.run[line] = true;
    }
  }
}

void Observed::add(const Observed& other) {
  edges.insert(other.edges.begin(), other.edges.end());
  answers.insert(other.answers.begin(), other.answers.end());
  outcomes.insert(other.outcomes.begin(), other.outcomes.end());
  placeholders.insert(other.placeholders.begin(), other.placeholders.end());
  add_lines(lines, other.lines);
}

Observed observe(const Resolution& resolution, const Pack& pack) {
  Observed observed;
  for (const Visit& visit : resolution.visits) {
    if (!visit.edge.empty()) observed.edges.insert(edge_name(visit.guide, visit.step, visit.edge));
    if (visit.verdict) add_verdict(observed, *visit.verdict);
    if (visit.fork_verdict) add_verdict(observed, *visit.fork_verdict);
  }
  for (const ReachedOutcome& outcome : resolution.outcomes) {
    const Guide* guide = pack.guide(outcome.guide);
    if (guide != nullptr) add_parts(observed, pack.document_of(*guide, outcome.target), outcome.parts);
  }
  const Guide* guide = pack.guide(resolution.guide);
  for (const CheckResult& check : resolution.checks) {
    add_verdict(observed, check.verdict);
    if (guide == nullptr || check.parts.empty()) continue;
    observed.edges.insert(shown_name(guide->id, check.check));
    add_parts(observed, pack.document_of(*guide, check.target), check.parts);
  }
  return observed;
}

}  // namespace tsg
