// SPDX-License-Identifier: MIT
// A resolved guide as its readers meet it: every word looked up, every audience rule applied, nothing left to
// find. Renderers turn it into bytes and decide only how things look.
//
// What a customer may not see is not in here at all when it was composed for customers: renderers need not
// know.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/resolution.h"
#include "engine/model/segment.h"

namespace tsg {

enum class Audience : std::uint8_t { Agent, Customer };

// What becomes of a placeholder that has no value.
enum class MissingValue : std::uint8_t {
  Mark,    // the author's default stands, marked as such
  Plain,   // the author's default stands (a static site without facts)
  Refuse,  // the article is not shown
};

inline constexpr std::string_view withheld_mark = "[withheld]";

// An article filled in once: for one finding, or for several whose values are the same.
struct ComposedPart {
  std::vector<std::string> subjects = {};  // empty outside forks and findings
  FilledArticle filled = {};               // values[i] belongs to placeholders[i] of the article
  bool operator==(const ComposedPart&) const = default;
};

enum class ArticleState : std::uint8_t {
  Shown,
  Missing,  // the pack has no such document: it was renamed or removed since the guide was resolved
  Refused,  // a placeholder has no value, and the audience may not see the default
};

struct ComposedArticle {
  ArticleState state = ArticleState::Shown;
  std::string id = {};  // articleId, else the target as the author wrote it
  std::string file = {};
  std::string title = {};  // plain text, placeholders by their defaults
  MissingValue missing = MissingValue::Mark;
  // The article's leading H1 without its markup (`heading.html` is what stands between <h1> and </h1>); empty
  // when there is none. The body is all the rest. Agents' and customers' parts are already told apart in
  // both.
  CompiledArticle heading = {};
  CompiledArticle body = {};
  std::vector<ComposedPart> parts = {};
  std::vector<std::string> unfilled = {};  // placeholders without a value in some part
  bool operator==(const ComposedArticle&) const = default;
};

struct ComposedEvidence {
  std::string subject = {};  // where several subjects share a step; else empty
  std::string path = {};
  std::string value = {};  // withheld_mark where the audience may not see it
  std::string gathered_at = {};
  bool operator==(const ComposedEvidence&) const = default;
};

struct ComposedNeed {
  std::string path = {};
  std::string expected = {};
  std::string found = {};
  std::string command = {};  // shell-quoted, ready to copy; empty when nobody declared how to gather it
  bool operator==(const ComposedNeed&) const = default;
};

enum class StepState : std::uint8_t { Answered, Open, NotApplicable, Forked, NoSubjects, Broken };

struct ComposedStep {
  std::string guide = {};
  std::string id = {};
  std::string title = {};
  std::string question = {};
  StepState state = StepState::Open;
  AnsweredBy answered_by = AnsweredBy::Nobody;
  std::string answer = {};                 // the option's wording
  std::string rule = {};                   // "domain/id"; empty for customers
  std::string rule_place = {};             // "rules/domain/id.lua:12"; empty for customers
  std::string overruled = {};              // what the rule had said, where an agent decided otherwise
  std::string reason = {};                 // why; agents only
  std::string message = {};                // why the step does not apply, or how its rule broke
  std::vector<std::string> subjects = {};  // at a fork: who goes on
  std::vector<ComposedEvidence> evidence = {};
  std::size_t evidence_left_out = 0;  // evidence_digest.h
  std::string leads_to = {};  // the outcome, article or guide behind this step; empty when a step follows
  bool provisional = false;
  bool operator==(const ComposedStep&) const = default;
};

inline constexpr std::size_t no_branch = SIZE_MAX;

// A stretch of the walk without a fork. branches[0] is the trunk; a branch stands behind its parent and
// before its parent's next child. Subjects that took the same steps to the same end share one branch.
struct ComposedBranch {
  std::size_t parent = no_branch;
  std::size_t depth = 0;
  std::vector<std::string> subjects = {};
  std::vector<ComposedStep> steps = {};
  bool operator==(const ComposedBranch&) const = default;
};

// The last answer before an outcome.
struct ComposedWhy {
  std::string question = {};
  std::string answer = {};
  bool operator==(const ComposedWhy&) const = default;
};

struct ComposedOutcome {
  std::string target = {};  // "outcome:add-servers"
  std::string title = {};
  std::vector<std::string> subjects = {};
  ComposedWhy why = {};
  bool provisional = false;
  std::vector<std::string> waits_for = {};  // the questions still open above it
  ComposedArticle article = {};
  bool operator==(const ComposedOutcome&) const = default;
};

// Where an answer would lead.
struct ComposedLead {
  std::string option = {};
  std::string wording = {};
  std::string leads_to = {};  // empty when the pack no longer says
  bool operator==(const ComposedLead&) const = default;
};

struct ComposedOpen {
  std::string guide = {};
  std::string step = {};
  std::string title = {};
  std::string question = {};
  std::vector<std::string> subjects = {};
  std::string answer = {};  // what was answered, where only values are still wanted
  ComposedWhy reached_by = {};
  std::vector<ComposedLead> leads = {};
  std::vector<ComposedNeed> needs = {};   // all of them
  std::vector<ComposedNeed> any_of = {};  // or one of them
  std::vector<std::string> inputs = {};
  bool operator==(const ComposedOpen&) const = default;
};

// A check that said yes.
struct ComposedCheck {
  std::string id = {};
  std::string title = {};
  std::string rule_place = {};
  std::vector<ComposedEvidence> evidence = {};
  std::size_t evidence_left_out = 0;  // evidence_digest.h
  ComposedArticle article = {};
  bool operator==(const ComposedCheck&) const = default;
};

// Checks that could not be decided for want of the same facts.
struct ComposedOpenCheck {
  std::vector<std::string> titles = {};
  std::string message = {};  // of a rule that broke; agents only
  std::vector<ComposedNeed> needs = {};
  std::vector<ComposedNeed> any_of = {};
  bool operator==(const ComposedOpenCheck&) const = default;
};

enum class Conclusion : std::uint8_t {
  Found,        // at least one outcome stands fast
  Provisional,  // there are outcomes, and all of them wait for an open question
  Open,         // no outcome yet: questions are open
  Broken,       // no outcome: a rule broke
  Nothing,      // nothing to show
};

struct ComposedGuide {
  Audience audience = Audience::Agent;
  std::string id = {};
  std::string version = {};
  std::string title = {};
  std::string digest = {};
  std::string engine_version = {};
  std::string now = {};
  std::string reviewed = {};
  std::string replaced_by = {};
  Conclusion conclusion = Conclusion::Nothing;
  ComposedArticle summary = {};  // no parts when the guide has none
  std::vector<ComposedOutcome> outcomes = {};
  std::vector<ComposedCheck> checks = {};
  std::vector<ComposedOpen> open = {};
  std::vector<ComposedOpenCheck> open_checks = {};
  std::vector<std::string> clear_checks = {};  // titles of checks that found nothing
  std::vector<ComposedBranch> path = {};
  std::vector<std::string> warnings = {};
  std::vector<std::string> errors = {};
  Diagnostics diagnostics = {};  // for who runs the program, not for the page
  bool operator==(const ComposedGuide&) const = default;
};

}  // namespace tsg
