// SPDX-License-Identifier: MIT
// A session's journal folded to what is the case now: the facts, the answers that stand, what was set aside.
// Tested by case_state_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/answers.h"
#include "tools/sessions/session_event.h"

namespace tsg {

// What of a step was set aside: its question, or the values that its answer wants.
enum class SetAsidePart : std::uint8_t { Question, Values };
inline constexpr std::string_view values_set_aside = "values";  // SessionEvent::name of the latter

struct SetAsideStep {
  std::string step = {};
  std::string subject = {};  // empty: for every subject
  SetAsidePart part = SetAsidePart::Question;
  bool operator==(const SetAsideStep&) const = default;
};

struct CaseState {
  std::vector<FactsDocument> facts = {};
  Answers answers = {};                      // each step and subject once
  std::vector<SetAsideStep> set_aside = {};  // answered with "don't know"
  std::vector<std::string> remarks = {};

  // Whether there is something that an undo takes back.
  bool has_answers() const {
    return !answers.answers.empty() || !answers.inputs.empty() || !set_aside.empty();
  }
  bool sets_aside(std::string_view step, std::string_view subject, SetAsidePart part) const;
};

// An undo takes back the newest answer, value or setting aside that is not taken back yet; facts and remarks
// stay.
CaseState fold_events(std::span<const SessionEvent> events);

}  // namespace tsg
