// SPDX-License-Identifier: MIT
// One message to an author: what is wrong, where, why, and how to mend it. Everything an author can get wrong
// is one of these, from every command.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/diagnostics/code.h"
#include "engine/text/place.h"

namespace tsg {

// An edit that mends the problem: the bytes of `range` in the diagnostic's file become `replacement`.
struct Fix {
  ByteRange range = {};
  std::string replacement = {};
  bool safe = false;  // true: a program may apply it without asking
  bool operator==(const Fix&) const = default;
};

// A second place that explains the first: "the answer comes from ...".
struct Note {
  std::string message = {};
  Place place = {};  // place.file empty: no place
  bool operator==(const Note&) const = default;
};

struct Diagnostic {
  Code code = {};
  Severity severity = Severity::Error;
  Place place = {};
  std::string message = {};  // lower case, names in backticks, what was seen
  std::string source_line =
      {};  // the line that `place` stands in, without its line end; empty when there is none
  std::vector<Note> notes = {};
  std::string help = {};  // what to do
  std::optional<Fix> fix = {};
  bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

bool has_error(const Diagnostics& diagnostics);
void append(Diagnostics& all, const Diagnostics& more);

// A diagnostic of `code` with the code's own severity.
Diagnostic make_diagnostic(const Code& code, Place place, std::string message, std::string help = {});

}  // namespace tsg
