// SPDX-License-Identifier: MIT
// What an agent types while walking a guide: a line, a command.
//
//   1                        the first answer          yes             an answer by its id
//   2 because it was moved   an answer against the rule, with its reason
//   d, unknown               "don't know"              set Name=value  a value that is asked for
//   b, back   u, undo   g STEP, go STEP   w, why   e, evidence   a, answers   n, notes   m, message
//   r TEXT, remark TEXT      f PATH, facts PATH        rate helped     ?, help   q, quit
//
// Tested by walk_line_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tsg {

enum class WalkVerb : std::uint8_t {
  Nothing,  // an empty line
  Number,   // the answer of that number
  Option,   // a word that is no command: an answer's id
  Unknown,
  Back,
  Undo,
  Go,
  Why,
  Evidence,
  Answers,
  Notes,
  Message,
  Remark,
  Set,
  Facts,
  Rate,
  Next,
  Help,
  Quit,
};

// Whether single letters are commands (WCAG 2.1.4: they can be switched off); numbers and `?` always are.
enum class SingleKeys : std::uint8_t { On, Off };

struct WalkLine {
  WalkVerb verb = WalkVerb::Nothing;
  std::size_t number = 0;     // of Number, from 1
  std::string argument = {};  // what stands behind the verb; of Option the id
  std::string reason = {};    // of Number and Option: behind "because"
  bool operator==(const WalkLine&) const = default;
};

WalkLine read_walk_line(std::string_view line, SingleKeys keys);

// Every command with what it does, for a reader.
std::string walk_help(SingleKeys keys);

}  // namespace tsg
