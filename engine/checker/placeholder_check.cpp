// SPDX-License-Identifier: MIT
#include "engine/checker/placeholder_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/checker/guarantees.h"
#include "engine/checker/shown_placeholders.h"
#include "engine/checker/value_sources.h"
#include "engine/checker/way_words.h"
#include "engine/diagnostics/tree_codes.h"
#include "engine/text/ascii.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

// An article's placeholder, as one guide shows it.
struct Shown {
  const Guide* guide = nullptr;  // the guide of the step that leads to the article
  const Document* article = nullptr;
  std::size_t placeholder = 0;
  auto operator<=>(const Shown&) const = default;
};

// Ways that end at an article, by the set of guides they have come through.
using Ends = std::map<std::size_t, std::vector<std::size_t>>;

class PlaceholderCheck {
 public:
  PlaceholderCheck(const Pack& pack, const Guide& guide, const StepGraph& steps, const Contracts& contracts)
      : pack_(pack), contracts_(contracts), graph_(steps, pack, guide, contracts) {}

  Diagnostics run() {
    const Ends ends = find_ends();
    for (const auto& [travelled, ways] : ends) {
      const Guarantees guarantees(graph_, pack_, asked_, travelled);
      for (const std::size_t way : ways) look_at(guarantees, way);
    }
    Diagnostics diagnostics;
    for (const Shown& shown : order_) diagnostics.push_back(lacking(shown, ways_.at(shown)));
    return diagnostics;
  }

 private:
  Ends find_ends() {
    Ends ends;
    std::set<std::string> asked;
    for (std::size_t way = 0; way < graph_.ways().size(); ++way) {
      const Document* article = graph_.ways()[way].article;
      if (article == nullptr || article->compiled.placeholders.empty()) continue;
      ends[graph_.nodes()[graph_.ways()[way].from].travelled].push_back(way);
      for (const std::string& each : article->compiled.placeholders) asked.insert(ascii_lowered(each));
    }
    asked_.assign(asked.begin(), asked.end());
    return ends;
  }

  void look_at(const Guarantees& guarantees, std::size_t way) {
    const Document& article = *graph_.ways()[way].article;
    const Guide* guide = graph_.step_of(graph_.nodes()[graph_.ways()[way].from]).guide;
    for (std::size_t at = 0; at < article.compiled.placeholders.size(); ++at) {
      const std::string name = ascii_lowered(article.compiled.placeholders[at]);
      if (guarantees.has(way, name)) continue;
      std::vector<std::size_t> without = guarantees.way_without(way, name);
      const auto [known, fresh] = ways_.try_emplace({guide, &article, at}, without);
      if (fresh) order_.push_back({guide, &article, at});
      if (without.size() < known->second.size()) known->second = std::move(without);
    }
  }

  Diagnostic lacking(const Shown& shown, const std::vector<std::size_t>& ways) const {
    const std::string& name = shown.article->compiled.placeholders[shown.placeholder];
    const ArticleSpot spot = spot_of(*shown.article, name);
    const Way& last = graph_.ways()[ways.back()];
    const bool nowhere = !given_somewhere(name);
    Diagnostic diagnostic = make_diagnostic(
        nowhere ? codes::placeholder_without_source : code_for(shown), spot.place,
        nowhere ? fmt::format("nothing in guide `{}` gives `{}` a value", shown.guide->id, name)
                : fmt::format("`{}` has no value on this way to `{}` of guide `{}`", name,
                              to_text(last.edge->target), shown.guide->id),
        help_for(name, last, nowhere));
    diagnostic.source_line = spot.source_line;
    diagnostic.notes = notes_of(graph_, ways);
    add_rule_note(diagnostic, name, last);
    return diagnostic;
  }

  const Code& code_for(const Shown& shown) const {
    const bool agents = readers_of(*shown.article)[shown.placeholder] == Reader::Agent;
    return agents && !shown.guide->publish ? codes::agent_placeholder_may_lack : codes::placeholder_may_lack;
  }

  // Whether any way gives it, or [values] of any guide name it.
  bool given_somewhere(const std::string& name) const {
    GuideSet all;
    for (const GuideSet& set : graph_.travelled()) all.insert(all.end(), set.begin(), set.end());
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    const ValueSources sources = sources_of(pack_, all, name);
    const bool named = std::any_of(all.begin(), all.end(), [&name](const Guide* guide) {
      return std::any_of(guide->values.begin(), guide->values.end(), [&name](const ValueSource& each) {
        return equal_ignoring_case(each.name, name) && !each.fact.empty();
      });
    });
    return named || std::any_of(graph_.ways().begin(), graph_.ways().end(), [&sources](const Way& way) {
             return std::any_of(way.gives.begin(), way.gives.end(), [&sources](const std::string& given) {
               return std::find(sources.names.begin(), sources.names.end(), given) != sources.names.end();
             });
           });
  }

  // Names as rules, inputs and [values] spell them.
  std::vector<std::string> known_names() const {
    std::set<std::string> names;
    for (const auto& [rule, contract] : contracts_) {
      for (const auto& [answer, provided] : contract.provides) names.insert(provided.begin(), provided.end());
    }
    for (const StepNode& node : graph_.steps().nodes()) {
      for (const Input& input : node.step->inputs) names.insert(input.name);
      for (const ValueSource& value : node.guide->values) names.insert(value.name);
    }
    return {names.begin(), names.end()};
  }

  std::string help_for(const std::string& name, const Way& last, bool nowhere) const {
    if (nowhere) {
      if (const auto meant = nearest_name(name, known_names()))
        return fmt::format("did you mean `{}`?", *meant);
    }
    const Step& step = *graph_.step_of(graph_.nodes()[last.from]).step;
    const std::string alias = fmt::format("`{} = \"...\"` under [values]", name);
    switch (last.how) {
      case How::ByHand:
        if (step.inputs.empty()) {
          return fmt::format("add `inputs = {{ {} = \"string\" }}` to step `{}`, or {}", name, step.id,
                             alias);
        }
        return fmt::format("add `{} = \"string\"` to `inputs` of step `{}`, or {}", name, step.id, alias);
      case How::ByRule:
        return fmt::format("add \"{}\" to `provides` for `{}` of rule `{}`, and give it there; or {}", name,
                           last.edge->option, step.rule, alias);
      case How::Unknown:
      case How::NotApplicable:
      case How::NoSubjects:
      case How::Subject:
        break;
    }
    return fmt::format("give it at a step before, or lead this edge to an article without it, or add {}",
                       alias);
  }

  void add_rule_note(Diagnostic& diagnostic, const std::string& name, const Way& last) const {
    const Step& step = *graph_.step_of(graph_.nodes()[last.from]).step;
    const RuleContract* contract = find_contract(contracts_, step.rule);
    if (contract == nullptr || last.how == How::NoSubjects) return;
    if (last.how != How::ByRule && last.how != How::ByHand) return;
    const auto provided = contract->provides.find(last.edge->option);
    const std::vector<std::string> names =
        provided == contract->provides.end() ? std::vector<std::string>() : provided->second;
    const bool gives = std::any_of(names.begin(), names.end(), [&name](const std::string& each) {
      return equal_ignoring_case(each, name);
    });
    std::string words =
        gives && last.how == How::ByHand
            ? fmt::format("rule `{}` would give it, but an agent may answer in its place", contract->name)
        : gives ? fmt::format("rule `{}` may give it in findings, which are not for every way here",
                              contract->name)
                : fmt::format("for `{}` rule `{}` provides {}", last.edge->option, contract->name,
                              names.empty() ? "nothing" : fmt::format("{}", fmt::join(names, ", ")));
    diagnostic.notes.push_back({std::move(words), place_in_rule(pack_, *contract, "provides")});
  }

  const Pack& pack_;
  const Contracts& contracts_;
  WalkGraph graph_;
  std::vector<std::string> asked_ = {};
  std::map<Shown, std::vector<std::size_t>> ways_ = {};
  std::vector<Shown> order_ = {};
};

}  // namespace

Diagnostics check_placeholders(const Pack& pack, const Guide& guide, const StepGraph& steps,
                               const Contracts& contracts) {
  return PlaceholderCheck(pack, guide, steps, contracts).run();
}

}  // namespace tsg
