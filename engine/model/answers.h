// SPDX-License-Identifier: MIT
// What an agent (or a form) says to a walk.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/value.h"

namespace tsg {

// `subject` empty: for every subject of the step. A reason makes it an override of the step's rule.
struct GivenAnswer {
  std::string step = {};
  std::string subject = {};
  std::string option = {};
  std::string reason = {};
  bool operator==(const GivenAnswer&) const = default;
};

// The value of an input of a step.
struct GivenInput {
  std::string step = {};
  std::string name = {};
  Value value = {};
  bool operator==(const GivenInput&) const = default;
};

struct Answers {
  std::vector<GivenAnswer> answers = {};
  std::vector<GivenInput> inputs = {};
  // The most particular answer for the step and subject, of several the last; null when there is none.
  const GivenAnswer* find(std::string_view step, std::string_view subject) const;
  bool operator==(const Answers&) const = default;
};

}  // namespace tsg
