// SPDX-License-Identifier: MIT
#include "tools/coverage.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "engine/diagnostics/source.h"
#include "engine/lua/source_place.h"
#include "tools/named_edge.h"

namespace tsg {

namespace {

bool stands_before(const Uncovered& a, const Uncovered& b) {
  return std::tie(a.place.file, a.place.line, a.place.column, a.name) <
         std::tie(b.place.file, b.place.line, b.place.column, b.name);
}

const RuleSource* source_of(const Pack& pack, const std::string& file) {
  const auto found = std::find_if(pack.rules.begin(), pack.rules.end(),
                                  [&file](const RuleSource& each) { return each.file == file; });
  return found == pack.rules.end() ? nullptr : &*found;
}

Place place_of_answer(const Pack& pack, const RuleContract& contract, const std::string& answer) {
  const RuleSource* rule = source_of(pack, contract.file);
  if (rule == nullptr) return {.file = contract.file};
  return Source(rule->file, rule->text).place(lua::range_of_literal(rule->text, "answers", answer));
}

std::vector<Target> leaves_of(const Guide& guide) {
  std::vector<Target> leaves;
  for (const Step& step : guide.steps) {
    for (const NamedEdge& each : edges_of(step)) leaves.push_back(each.edge->target);
  }
  for (const Check& check : guide.checks) leaves.push_back(check.shows);
  return leaves;
}

CoverageOfKind lines_report(const RuleLines& lines) {
  CoverageOfKind kind = {.kind = std::string(rule_lines)};
  for (const auto& [path, file] : lines) {
    kind.all += file.code.size();
    for (const std::uint32_t line : file.code) {
      if (!file.has_run(line)) kind.missing.push_back({"line", {path, {}, line, 1}});
    }
  }
  return kind;
}

}  // namespace

void Coverage::note(Items& items, const std::string& key, Uncovered item, bool reached) {
  Item& known = items.try_emplace(key, Item{std::move(item), false}).first->second;
  known.reached = known.reached || reached;
}

void Coverage::add_edges(const Guide& guide, const Observed& observed) {
  for (const Step& step : guide.steps) {
    for (const NamedEdge& each : edges_of(step)) {
      const std::string key = edge_name(guide.id, step.id, each.name);
      const std::string words =
          fmt::format("edge {} of step `{}`, to {}", each.name, step.id, to_text(each.edge->target));
      note(edges_, key, {words, each.edge->place}, observed.edges.contains(key));
    }
  }
  for (const Check& check : guide.checks) {
    const std::string key = shown_name(guide.id, check.id);
    note(edges_, key, {fmt::format("check `{}` shows {}", check.id, to_text(check.shows)), check.place},
         observed.edges.contains(key));
  }
}

void Coverage::add_answers(const Guide& guide, GuideResolver& resolver, const Observed& observed) {
  for (const std::string& rule : rules_of(guide)) {
    const RuleContract* contract = resolver.rules().contract(rule);
    if (contract == nullptr) continue;
    for (const std::string& answer : contract->answers) {
      const std::string key = answer_name(rule, answer);
      note(answers_, key,
           {fmt::format("answer `{}` of rule `{}`", answer, rule),
            place_of_answer(resolver.pack(), *contract, answer)},
           observed.answers.contains(key));
    }
  }
}

void Coverage::add_articles(const Guide& guide, const Pack& pack, const Observed& observed) {
  for (const Target& leaf : leaves_of(guide)) {
    const Document* document = pack.document_of(guide, leaf);
    if (document == nullptr) continue;
    const Article& article = document->article;
    note(outcomes_, article.path, {to_text(leaf), {article.path, {}, 1, 1}},
         observed.outcomes.contains(article.path));
    const Source source(article.path, article.text);
    for (const Placeholder& each : article.placeholders) {
      const std::string key = placeholder_name(article.path, each.name);
      note(placeholders_, key,
           {fmt::format("a value of placeholder `{}`", each.name), source.place(each.range)},
           observed.placeholders.contains(key));
    }
  }
}

void Coverage::add(GuideResolver& resolver, const Observed& observed) {
  const Guide& guide = resolver.guide();
  add_edges(guide, observed);
  add_answers(guide, resolver, observed);
  add_articles(guide, resolver.pack(), observed);
  add_lines(lines_, observed.lines);
}

std::vector<CoverageOfKind> Coverage::report() const {
  std::vector<CoverageOfKind> kinds;
  const std::pair<std::string_view, const Items*> sources[] = {
      {"edges", &edges_}, {"answers", &answers_}, {"outcomes", &outcomes_}, {"placeholders", &placeholders_}};
  for (const auto& [name, items] : sources) {
    CoverageOfKind kind = {.kind = std::string(name), .all = items->size()};
    for (const auto& [key, each] : *items) {
      if (!each.reached) kind.missing.push_back(each.item);
    }
    std::sort(kind.missing.begin(), kind.missing.end(), stands_before);
    kinds.push_back(std::move(kind));
  }
  kinds.push_back(lines_report(lines_));
  return kinds;
}

}  // namespace tsg
