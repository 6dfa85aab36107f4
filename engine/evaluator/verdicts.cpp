// SPDX-License-Identifier: MIT
#include "engine/evaluator/verdicts.h"

#include <fmt/format.h>

#include "engine/evaluator/sound_verdict.h"

namespace tsg {

namespace {

std::string_view domain_of(std::string_view rule) {
  return rule.substr(0, rule.find('/'));
}

Verdict broken(std::string_view rule, std::string message) {
  Verdict verdict;
  verdict.rule = std::string(rule);
  verdict.message = std::move(message);
  return verdict;
}

// A broken run outweighs one that went well: the limit one of them met is no answer.
Verdict reconciled(Verdict untraced, Verdict traced) {
  if (untraced.kind == VerdictKind::Error && traced.kind != VerdictKind::Error) {
    untraced.evidence = std::move(traced.evidence);
    return untraced;
  }
  if (traced.kind == VerdictKind::Error || agree(untraced, traced)) return traced;
  Verdict impure =
      broken(traced.rule, "rule is not pure: run twice over the same facts, it gave two verdicts");
  impure.rule_file = std::move(traced.rule_file);
  impure.evidence = std::move(traced.evidence);
  return impure;
}

}  // namespace

bool agree(const Verdict& a, const Verdict& b) {
  return a.kind == b.kind && a.option == b.option && a.values == b.values && a.findings == b.findings &&
         a.needs == b.needs && a.any_of == b.any_of && a.message == b.message && a.rule == b.rule &&
         a.rule_file == b.rule_file && a.rule_line == b.rule_line;
}

const Facts* Verdicts::facts_of(std::string_view domain) {
  if (request_.facts.catalogue().domain == domain) return &request_.facts;
  for (const Facts* other : request_.other_facts) {
    if (other->catalogue().domain == domain) return other;
  }
  const auto made = nothing_known_.find(domain);
  if (made != nothing_known_.end()) return &made->second;
  const Catalogue* catalogue = request_.pack.catalogue(domain);
  if (catalogue == nullptr) return nullptr;
  return &nothing_known_.emplace(std::string(domain), Facts(*catalogue)).first->second;
}

Verdict Verdicts::sound_run(std::string_view rule, const Facts& facts, std::string_view subject,
                            Trace trace) {
  Verdict verdict = request_.rules.run(rule, facts, subject, trace);
  make_sound(verdict, rule);
  return verdict;
}

Verdict Verdicts::run(std::string_view rule, std::string_view subject) {
  const Facts* facts = facts_of(domain_of(rule));
  if (facts == nullptr) {
    return broken(rule, fmt::format("the pack has no catalogue of domain `{}`", domain_of(rule)));
  }
  if (request_.trace == Trace::Off) return sound_run(rule, *facts, subject, Trace::Off);
  Verdict untraced = sound_run(rule, *facts, subject, Trace::Off);
  return reconciled(std::move(untraced), sound_run(rule, *facts, subject, Trace::On));
}

const Verdict& Verdicts::of(std::string_view rule, std::string_view subject) {
  Asked asked{rule, std::string(subject)};
  const auto known = known_.find(asked);
  if (known != known_.end()) return known->second;
  return known_.emplace(std::move(asked), run(rule, subject)).first->second;
}

}  // namespace tsg
