// SPDX-License-Identifier: MIT
// `tsg walk`: an agent's walk of a guide in a terminal, one question at a time.
#pragma once

#include <string>
#include <vector>

#include "renderers/case_notes.h"
#include "tools/console.h"
#include "tools/walk_line.h"

namespace tsg {

struct WalkCommand {
  std::string pack = {};
  std::string guide = {};  // empty with `resume`
  std::vector<std::string> facts = {};
  std::string now = {};
  std::vector<std::string> answers = {};  // "step=option", given before the first question
  std::vector<std::string> inputs = {};   // "step.Name=value"
  std::string reason = {};                // why those answers override rules
  std::string resume = {};                // a case's id, instead of a guide
  std::string label = {};
  std::string store = {};  // empty: the usual one
  SingleKeys keys = SingleKeys::On;
  std::string notes = {};  // a file for the case notes, written at the end
  NotesFormat notes_format = NotesFormat::Markdown;
  Audience notes_audience = Audience::Agent;
  int width = 0;
};

// Reads commands from standard input; in a terminal it shows a prompt, and a wrong one is told and asked
// again. Without one, a wrong command ends the walk (ExitCode::Usage), so that a script is never half right.
ExitCode walk(const WalkCommand& command, const Console& console);

}  // namespace tsg
