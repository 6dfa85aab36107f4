// SPDX-License-Identifier: MIT
#include "engine/evaluator/outcome_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/evaluator/article_parts.h"
#include "engine/evaluator/sound_verdict.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

// The verdict whose answer a visit took; null when an agent answered or nobody did.
const Verdict* verdict_taken(const Visit& visit) {
  const bool taken = visit.answered_by == AnsweredBy::Rule && visit.verdict.has_value();
  return taken ? &*visit.verdict : nullptr;
}

std::size_t footprint(const FilledArticle& part) {
  std::size_t bytes = sizeof(FilledArticle) + part.subject.size();
  for (const FilledValue& each : part.values) {
    bytes += sizeof(FilledValue) + each.placeholder.size() + each.from.size() + tsg::footprint(each.value);
  }
  return bytes;
}

const Input* input_named(const Step& step, std::string_view name) {
  for (const Input& input : step.inputs) {
    if (equal_ignoring_case(input.name, name)) return &input;
  }
  return nullptr;
}

std::vector<const Guide*> leaf_first(const std::vector<const Guide*>& travelled) {
  std::vector<const Guide*> guides;
  for (auto guide = travelled.rbegin(); guide != travelled.rend(); ++guide) {
    if (std::find(guides.begin(), guides.end(), *guide) == guides.end()) guides.push_back(*guide);
  }
  return guides;
}

}  // namespace

const Document* OutcomeWriter::document_of(const Guide& guide, const Target& target) {
  const auto [known, fresh] = documents_.try_emplace({&guide, to_text(target)}, nullptr);
  if (fresh) known->second = pack_.document_of(guide, target);
  return known->second;
}

const OutcomeWriter::Inputs& OutcomeWriter::inputs_of(const Step& step) {
  const auto [known, fresh] = inputs_.try_emplace(&step);
  if (fresh) known->second = answers_.inputs_of(step);
  return known->second;
}

ValueChain OutcomeWriter::chain_of(const Branch& branch, std::size_t leaf) {
  ValueChain chain;
  chain.guides = leaf_first(branch.guides);
  const auto add = [&chain](const std::vector<NamedValue>& values, const Verdict& verdict,
                            std::string_view step) {
    chain.lists.push_back({&values, ValueOrigin::Verdict, verdict.rule, step, &verdict});
  };
  std::size_t below = no_finding;  // the finding by which the way below left this visit's fork
  for (std::size_t at = leaf; at != no_visit; at = record_.visit(at).parent) {
    const Visit& visit = record_.visit(at);
    const VisitSource& source = record_.source(at);
    if (const Verdict* verdict = verdict_taken(visit)) add(verdict->values, *verdict, visit.step);
    if (visit.fork_verdict && visit.fork_verdict->kind == VerdictKind::Answer) {
      const Verdict& fork = *visit.fork_verdict;
      if (below != no_finding) add(fork.findings[below].values, fork, visit.step);
      add(fork.values, fork, visit.step);
    }
    const Inputs& inputs = inputs_of(*source.step);
    if (!inputs.empty())
      chain.lists.push_back({&inputs, ValueOrigin::Input, visit.step, visit.step, nullptr});
    below = source.finding;
  }
  return chain;
}

bool OutcomeWriter::is_sibling(std::size_t visit, const std::string& subject) {
  const std::size_t fork = record_.visit(record_.source(visit).entry).parent;
  if (fork != sibling_fork_) {
    sibling_fork_ = fork;
    siblings_.clear();
    for (const Finding& finding : record_.visit(fork).fork_verdict->findings)
      siblings_.insert(finding.subject);
  }
  return siblings_.contains(subject);
}

std::vector<const Finding*> OutcomeWriter::shown_findings(std::size_t visit) {
  const Verdict* verdict = verdict_taken(record_.visit(visit));
  if (verdict == nullptr) return {};
  const Finding* own = record_.own_finding(visit);
  std::vector<const Finding*> shown;
  for (const Finding& finding : verdict->findings) {
    if (own != nullptr && finding.subject == own->subject) return {&finding};
    if (own == nullptr || !is_sibling(visit, finding.subject)) shown.push_back(&finding);
  }
  return shown;
}

void OutcomeWriter::warn_of_conflicts(const Document& document, const ValueChain& chain,
                                      const std::string& title) {
  for (const std::string& placeholder : document.compiled.placeholders) {
    const auto conflict = chain.conflict(placeholder);
    if (!conflict) continue;
    record_.warn(
        fmt::format("`{}` of \"{}\" is given different values by rule `{}` at step `{}` and by rule `{}` at "
                    "step `{}`: the first is shown",
                    placeholder, title, conflict->nearer_rule, conflict->nearer_step, conflict->farther_rule,
                    conflict->farther_step));
  }
}

void OutcomeWriter::ask_for(const std::string& placeholder, std::size_t leaf) {
  for (std::size_t at = leaf; at != no_visit; at = record_.visit(at).parent) {
    const Input* input = input_named(*record_.source(at).step, placeholder);
    if (input == nullptr) continue;
    std::vector<std::string>& asked = record_.question_at(at).inputs;
    if (std::find(asked.begin(), asked.end(), input->name) == asked.end()) asked.push_back(input->name);
    return;
  }
}

void OutcomeWriter::ask_for_missing(const FilledArticle& part, std::size_t visit) {
  for (const FilledValue& value : part.values) {
    if (value.origin == ValueOrigin::Default) ask_for(value.placeholder, visit);
  }
}

// Fills outcome.parts, and says what of their values is missing or disagrees.
void OutcomeWriter::fill(ReachedOutcome& outcome, const Branch& branch, const Document& document) {
  const ValueChain chain = chain_of(branch, outcome.visit);
  const Verdict* verdict = verdict_taken(record_.visit(outcome.visit));
  const std::vector<const Finding*> findings = shown_findings(outcome.visit);
  outcome.parts = article_parts(document, chain, findings, verdict, branch.subject, verdicts_);
  for (const FilledArticle& part : outcome.parts) {
    record_.spend(footprint(part));
    ask_for_missing(part, outcome.visit);
  }
  if (findings.empty()) warn_of_conflicts(document, chain, outcome.title);
  for (const Finding* finding : findings) {
    warn_of_conflicts(document, with_finding(chain, *finding, *verdict), outcome.title);
  }
}

void OutcomeWriter::reach(const Branch& branch, std::size_t visit, const Target& target) {
  const Document* document = document_of(branch.guide(), target);
  ReachedOutcome outcome;
  outcome.guide = branch.guide().id;
  outcome.target = target;
  outcome.title = shown_title(document, target);
  outcome.visit = visit;
  outcome.subject = branch.subject;
  outcome.provisional = !branch.open_steps.empty();
  outcome.open_steps = branch.open_steps;
  if (document != nullptr) {
    fill(outcome, branch, *document);
  } else {
    record_.fail(visit, fmt::format("`{}` has no article", to_text(target)));
  }
  record_.add_outcome(std::move(outcome));
}

}  // namespace tsg
