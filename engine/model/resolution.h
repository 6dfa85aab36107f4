// SPDX-License-Identifier: MIT
// Guide x facts -> the path walked, verdicts, outcomes, values, open questions. A plain value: written as
// JSON, read back, and rendered again without facts or rules (docs/resolution-format.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/answers.h"
#include "engine/model/guide.h"
#include "engine/model/verdict.h"

namespace tsg {

inline constexpr std::size_t no_visit = SIZE_MAX;

enum class AnsweredBy : std::uint8_t { Nobody, Rule, Agent };
std::string_view name_of(AnsweredBy by);  // "nobody", "rule", "agent"

// One step as one subject met it.
struct Visit {
  std::size_t parent = no_visit;  // the visit that led here; no_visit at the start
  std::string guide = {};
  std::string step = {};
  std::string subject = {};             // empty outside a fork
  std::optional<Verdict> verdict = {};  // of the step's rule; absent for a step that is asked
  AnsweredBy answered_by = AnsweredBy::Nobody;
  std::string option = {};  // the answer taken; empty when open, not applicable or broken
  std::string reason = {};  // why an agent overrode the rule
  std::string edge =
      {};  // "next.yes", "on.unknown", "on.not-applicable", "on.no-subjects"; empty: stops here
  std::optional<Target> target = {};
  bool provisional = false;                  // a step above is still open
  std::vector<std::string> subjects = {};    // at a fork: who goes on from here, each as a child visit
  std::optional<Verdict> fork_verdict = {};  // of the for-each rule
  bool operator==(const Visit&) const = default;
};

// Where a filled-in word came from.
enum class ValueOrigin : std::uint8_t { Finding, Verdict, Input, Fact, Default };
std::string_view name_of(ValueOrigin origin);  // "finding", "verdict", "input", "fact", "default"

struct FilledValue {
  std::string placeholder = {};  // as the article spells it
  Value value = {};              // NoValue for Default: the author's words stand, marked
  ValueOrigin origin = ValueOrigin::Default;
  std::string from = {};  // the rule, the step of the input, or the fact's path
  DataClass data_class = DataClass::Public;
  bool operator==(const FilledValue&) const = default;
};

// An article as it is shown once: for one finding, or for the verdict as a whole.
struct FilledArticle {
  std::string subject = {};              // the finding's; else the walk's
  std::vector<FilledValue> values = {};  // one for each placeholder of the article
  bool operator==(const FilledArticle&) const = default;
};

// A leaf that the walk reached.
struct ReachedOutcome {
  std::string guide = {};  // whose leaf it is
  Target target = {};
  std::string title = {};
  std::size_t visit = no_visit;  // the visit that led here
  std::string subject = {};
  bool provisional = false;
  std::vector<std::string> open_steps = {};  // the open steps above, when provisional
  std::vector<FilledArticle> parts = {};
  bool operator==(const ReachedOutcome&) const = default;
};

// A step nobody could answer, or a value that nobody gave.
struct OpenQuestion {
  std::string guide = {};
  std::string step = {};
  std::string subject = {};
  std::size_t visit = no_visit;
  std::string title = {};
  std::string question = {};
  std::vector<Option> options = {};
  std::vector<Need> needs = {};
  std::vector<Need> any_of = {};
  std::vector<std::string> inputs = {};  // names of values to give by hand
  bool operator==(const OpenQuestion&) const = default;
};

// A check of the sweep and what it shows.
struct CheckResult {
  std::string check = {};
  Verdict verdict = {};
  Target target = {};
  std::string title = {};
  std::vector<FilledArticle> parts = {};  // empty unless the verdict is the answer `yes`
  bool operator==(const CheckResult&) const = default;
};

struct Resolution {
  std::string guide = {};
  std::string guide_version = {};
  std::string guide_title = {};
  std::string digest = {};  // of the guide's content
  std::string engine_version = {};
  std::string now = {};
  std::vector<Visit> visits = {};  // in the order they were made; a parent stands before its children
  std::vector<ReachedOutcome> outcomes = {};
  std::vector<OpenQuestion> open = {};
  std::vector<CheckResult> checks = {};
  std::vector<std::string> warnings = {};
  std::vector<std::string> errors = {};  // a rule broke: that walk ended
  bool operator==(const Resolution&) const = default;
};

}  // namespace tsg
