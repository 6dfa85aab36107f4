// SPDX-License-Identifier: MIT
// Small changes of a rule's Lua, each of which a scenario should notice:
//
//   if score < 10 then       score >= 10, score <= 10, score < 11, true, false
//   if a and b then          a, b
//   if not x then            x
//   return yes()             no()
//   answer("expired")        another of the rule's answers
//   n + 1, return true       n - 1, return false
//
// What a rule declares (answers, reads, provides), comments, and strings that are no answer stay as they are.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/place.h"

namespace tsg {

struct RuleMutant {
  ByteRange range = {};          // of the source
  std::string replacement = {};  // what stands there instead
  std::string change = {};       // for people: "`<` becomes `<=`"
  bool in_function = false;      // else it runs when the file is loaded
};

// An answer and the one that takes its place.
using AnswerSwaps = std::map<std::string, std::string, std::less<>>;

// In the order of their places. REQUIRES: Lua compiles `source`
std::vector<RuleMutant> rule_mutants(std::string_view source, const AnswerSwaps& swaps);

}  // namespace tsg
