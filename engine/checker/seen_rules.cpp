// SPDX-License-Identifier: MIT
#include "engine/checker/seen_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "engine/checker/way_words.h"
#include "engine/diagnostics/tree_codes.h"
#include "engine/model/limits.h"
#include "engine/text/utf8.h"

namespace tsg {

namespace {

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

const Code& code_of(const Verdict& error) {
  if (holds(error.message, broken_contract::reads)) return codes::rule_seen_reading_outside;
  if (holds(error.message, broken_contract::undeclared)) return codes::rule_seen_reading_outside;
  if (holds(error.message, broken_contract::answers)) return codes::rule_seen_answering_outside;
  if (holds(error.message, broken_contract::provides)) return codes::rule_seen_without_value;
  return codes::rule_seen_breaking;
}

std::string help_for(const Code& code) {
  if (code == codes::rule_seen_reading_outside)
    return "add the path to the rule's `reads`, or do not read it";
  if (code == codes::rule_seen_answering_outside) return "add it to the rule's `answers`, and an edge for it";
  if (code == codes::rule_seen_without_value)
    return "give the value with the answer, or take it out of `provides`";
  return "let the rule say `unknown` or `not_applicable` where it cannot answer";
}

bool provides_something(const RuleContract& contract, const std::string& answer) {
  const auto provided = contract.provides.find(answer);
  return provided != contract.provides.end() && !provided->second.empty();
}

bool provides_anything(const RuleContract& contract) {
  return std::any_of(contract.answers.begin(), contract.answers.end(),
                     [&contract](const std::string& answer) { return provides_something(contract, answer); });
}

}  // namespace

// All ways of the guide over one sample.
class SeenRules::Look {
 public:
  Look(SeenRules& seen, const FactSample& sample, const Facts& facts)
      : seen_(seen), sample_(sample), facts_(facts) {}

  void run() {
    const std::size_t start = seen_.graph_.start_of(seen_.guide_);
    if (start != no_step) come_to({start, {}, false});
    while (!waiting_.empty() && runs_ < limits::walk_visits) {
      const Stand stand = waiting_.back();
      waiting_.pop_back();
      take(stand);
    }
    for (const Check& check : seen_.guide_.checks) verdict_of(check.rule, {});
  }

 private:
  struct Stand {
    std::size_t node = no_step;
    std::string subject = {};
    bool asked = false;
    auto operator<=>(const Stand&) const = default;
  };

  void come_to(Stand stand) {
    if (met_.insert(stand).second) waiting_.push_back(std::move(stand));
  }

  // Null where there is no such rule over these facts.
  const Verdict* verdict_of(const std::string& rule, const std::string& subject) {
    const RuleContract* contract = find_contract(seen_.contracts_, rule);
    if (contract == nullptr || !rule.starts_with(facts_.catalogue().domain + "/")) return nullptr;
    const auto known = verdicts_.find({rule, subject});
    if (known != verdicts_.end()) return &known->second;
    ++runs_;
    Verdict verdict = seen_.runner_.run(rule, facts_, subject, Trace::Off);
    seen_.note_verdict(sample_, verdict, *contract, subject);
    return &verdicts_.emplace(std::pair(rule, subject), std::move(verdict)).first->second;
  }

  void take(const Stand& stand) {
    const StepNode& node = seen_.graph_.node(stand.node);
    if (!node.step->for_each.empty() && !stand.asked) return fork(stand, node);
    const Verdict* verdict = verdict_of(node.step->rule, stand.subject);
    if (verdict != nullptr) look_for_edge(node, *verdict, stand.subject);
    for (const StepEdge& edge : node.edges) {
      if (edge.kind != EdgeKind::NoSubjects) follow(edge, stand.subject);
    }
  }

  void fork(const Stand& stand, const StepNode& node) {
    const Verdict* verdict = verdict_of(node.step->for_each, stand.subject);
    if (verdict != nullptr) look_for_edge(node, *verdict, stand.subject);
    const bool answered = verdict != nullptr && verdict->kind == VerdictKind::Answer;
    for (const StepEdge& edge : node.edges) {
      const bool none = answered && verdict->findings.empty();
      const bool taken = edge.kind == EdgeKind::NoSubjects ? none : !answered;
      if (taken) follow(edge, stand.subject);
    }
    if (!answered) return;
    for (const Finding& finding : verdict->findings) come_to({stand.node, finding.subject, true});
  }

  void follow(const StepEdge& edge, const std::string& subject) {
    if (edge.end == EndKind::Step) come_to({edge.to, subject, false});
  }

  void look_for_edge(const StepNode& node, const Verdict& verdict, const std::string& subject) {
    if (verdict.kind != VerdictKind::NotApplicable || node.step->on_not_applicable) return;
    if (node.guide != &seen_.guide_) return;
    Diagnostic diagnostic = make_diagnostic(
        codes::not_applicable_seen_without_edge, node.step->place,
        fmt::format("rule `{}` says that the question of step `{}` does not arise, and no edge takes that",
                    verdict.rule, node.step->id),
        "add `on.not-applicable = \"...\"` with the step or outcome it leads to");
    diagnostic.notes.push_back({fmt::format("it said: {}", with_replacements(verdict.message)),
                                {verdict.rule_file, {}, verdict.rule_line, 1}});
    seen_.report(std::move(diagnostic), sample_, subject);
  }

  SeenRules& seen_;
  const FactSample& sample_;
  const Facts& facts_;
  std::set<Stand> met_ = {};
  std::vector<Stand> waiting_ = {};
  std::map<std::pair<std::string, std::string>, Verdict> verdicts_ = {};
  std::size_t runs_ = 0;
};

SeenRules::SeenRules(const Pack& pack, const Guide& guide, const Contracts& contracts, RuleRunner& runner)
    : pack_(pack), guide_(guide), contracts_(contracts), runner_(runner), graph_(pack) {}

void SeenRules::look_at(const FactSample& sample, const Facts& facts) {
  Look(*this, sample, facts).run();
}

void SeenRules::note_verdict(const FactSample& sample, const Verdict& verdict, const RuleContract& contract,
                             std::string_view subject) {
  const Place place{contract.file, {}, std::max(verdict.rule_line, 1U), 1};
  if (verdict.kind == VerdictKind::Error) {
    const Code& code = code_of(verdict);
    broken_.insert(contract.name);
    if (repeats(code, verdict, contract, place)) return;
    return report(
        make_diagnostic(code, place,
                        with_replacements(fmt::format("rule `{}` {}", contract.name, verdict.message)),
                        help_for(code)),
        sample, subject);
  }
  if (verdict.kind != VerdictKind::Answer) return;
  answers_.emplace(contract.name, verdict.option);
  if (!lists_for_forks(contract.name) || verdict.findings.empty()) return;
  if (provides_something(contract, verdict.option) || !provides_anything(contract)) return;
  report(make_diagnostic(
             codes::fork_seen_without_values, place,
             fmt::format("rule `{}` lists subjects with `{}`, for which it provides nothing", contract.name,
                         verdict.option),
             fmt::format("declare under `provides` what its findings give with `{}`", verdict.option)),
         sample, subject);
}

bool SeenRules::lists_for_forks(std::string_view rule) const {
  return std::any_of(graph_.nodes().begin(), graph_.nodes().end(),
                     [rule](const StepNode& node) { return node.step->for_each == rule; });
}

void SeenRules::report(Diagnostic diagnostic, const FactSample& sample, std::string_view subject) {
  const std::string what = fmt::format("{} {}:{} {}", diagnostic.code.id, diagnostic.place.file,
                                       diagnostic.place.line, diagnostic.message);
  if (!told_.emplace(what, diagnostics_.size()).second) return;
  diagnostic.notes.push_back(
      {subject.empty()
           ? fmt::format("seen in scenario `{}`", sample.name)
           : with_replacements(fmt::format("seen in scenario `{}`, for subject `{}`", sample.name, subject)),
       sample.place});
  diagnostics_.push_back(std::move(diagnostic));
}

// Whether other rules broke for the same reason: a path that nobody declared is told once, with who else
// reads it.
bool SeenRules::repeats(const Code& code, const Verdict& verdict, const RuleContract& contract,
                        const Place& place) {
  constexpr std::size_t most_named = 3;
  const auto [first, fresh] = reasons_.emplace(fmt::format("{} {}", code.id, verdict.message),
                                               Reason{contract.name, diagnostics_.size()});
  Reason& reason = first->second;
  if (fresh || reason.rule == contract.name || !reason.others.insert(contract.name).second) {
    return !fresh && reason.rule != contract.name;
  }
  if (reason.others.size() <= most_named) {
    diagnostics_[reason.diagnostic].notes.push_back(
        {fmt::format("rule `{}` breaks for the same reason", contract.name), place});
  }
  return true;
}

std::vector<std::string> SeenRules::own_rules() const {
  std::vector<std::string> rules;
  const auto add = [&rules](const std::string& rule) {
    if (!rule.empty() && std::find(rules.begin(), rules.end(), rule) == rules.end()) rules.push_back(rule);
  };
  for (const Step& step : guide_.steps) {
    add(step.for_each);
    add(step.rule);
  }
  for (const Check& check : guide_.checks) add(check.rule);
  return rules;
}

Diagnostics SeenRules::finish() {
  for (const auto& [what, reason] : reasons_) {
    if (reason.others.empty()) continue;
    diagnostics_[reason.diagnostic].notes.push_back(
        {fmt::format("{} more rules in all break for it", reason.others.size()), {}});
  }
  for (const std::string& rule : own_rules()) {
    const RuleContract* contract = find_contract(contracts_, rule);
    if (contract == nullptr || broken_.count(rule) > 0) continue;
    for (const std::string& answer : contract->answers) {
      if (answers_.count({rule, answer}) > 0) continue;
      diagnostics_.push_back(make_diagnostic(
          codes::answer_not_seen, place_in_rule(pack_, *contract, "answers"),
          fmt::format("answer `{}` of rule `{}` was not seen in any scenario", answer, rule),
          fmt::format("add a scenario to guides/{}/scenarios whose facts make the rule answer so",
                      guide_.id)));
    }
  }
  return std::move(diagnostics_);
}

}  // namespace tsg
