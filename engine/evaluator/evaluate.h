// SPDX-License-Identifier: MIT
// The evaluator's face: guide x facts x answers -> a Resolution.
//
//   const Resolution resolution = evaluate({pack, guide, facts, answers, runner, Trace::On, version});
//
// The same request gives an equal Resolution in every process. Nothing throws: what a rule or an author did
// wrong stands in Resolution.errors, what an agent did wrong in Resolution.warnings (check_answers.h says it
// beforehand, with codes).
//
// How a walk goes, step by step:
//   * The step's rule is asked. Its answer leads on; an agent's other answer overrides it (Visit.verdict
//   keeps what
//     the rule said, `answered_by` and `reason` tell of the agent). Where the rule cannot tell or says that
//     the question does not arise, the agent's answer stands in. A rule that breaks ends its branch, whatever
//     the agent says.
//   * A step nobody can answer becomes an OpenQuestion. With `on.unknown` the branch goes on, and all that
//   follows is
//     provisional; else it stops there.
//   * `for-each` makes one visit for the fork (fork_verdict, subjects; no subject of its own unless it stands
//   inside
//     another fork) and a child visit of the same step for each subject. When the fork rule cannot tell, the
//     step is open as a whole: an agent's answer without a subject leads on, else `on.unknown`, both without
//     a subject.
//   * Inside a fork inside a fork, Visit.subject is "outer / inner"; rules get the inner subject alone. An
//   answer may
//     name the subject either way.
//   * Coming to a step twice on one path with the same subject, or forking twice at one step, is a cycle: an
//   error.
//
// How a placeholder gets its value, first match wins, names without case:
//   1. the finding that is shown;
//   2. back along the path: the values of a visit's verdict (if its answer was taken), then inputs given for
//   the step;
//      at a fork the subject's finding, then the fork verdict's own values;
//   3. [values] of the leaf's guide, then of the guides before it: another placeholder (1-3), or a fact. A
//   secret or
//      unknown fact is no value;
//   4. the author's default, as origin Default.
// Where 4 is reached and a step on the path declares an input of that name, the nearest such step gets an
// OpenQuestion that asks for it.
//
// Parts: an outcome shows one part for each finding of the verdict that led to it. Inside a fork that is the
// subject's own finding; findings of its sibling subjects are never shown, findings of other things are.
#pragma once

#include <span>
#include <string_view>

#include "engine/model/answers.h"
#include "engine/model/facts.h"
#include "engine/model/pack.h"
#include "engine/model/resolution.h"
#include "engine/model/rule.h"

namespace tsg {

// Borrows all of it for the call.
struct EvaluateRequest {
  const Pack& pack;
  const Guide& guide;
  const Facts& facts;
  const Answers& answers;
  RuleRunner& rules;
  // On: every rule runs untraced, then traced for its evidence, and both verdicts must agree.
  Trace trace = Trace::On;
  std::string_view engine_version = {};
  // Facts over the catalogues of other domains, for jumps and rules that lead there. A domain of the pack
  // without facts has none gathered: its rules say Unknown.
  std::span<const Facts* const> other_facts = {};
};

// Follows the tree. `checks` stays empty.
Resolution walk(const EvaluateRequest& request);
// Evaluates every check. `visits`, `outcomes` and `open` stay empty.
Resolution sweep(const EvaluateRequest& request);
// Both; a rule that serves a step and a check runs once.
Resolution evaluate(const EvaluateRequest& request);

}  // namespace tsg
