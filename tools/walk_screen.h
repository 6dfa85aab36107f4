// SPDX-License-Identifier: MIT
// What a walk shows in a terminal. Every text reaches it escaped.
#pragma once

#include <string>

#include "renderers/terminal.h"
#include "tools/desk/case_view.h"

namespace tsg {

// A step that an agent looks at: by default the question that is open.
struct WalkFocus {
  std::string step = {};
  std::string subject = {};
  bool operator==(const WalkFocus&) const = default;
};

// The question's place in the walk, the words of its article, the answers by number; the end of the walk when
// nothing is open.
std::string question_screen(const CaseView& view, const WalkFocus& focus, const TerminalOptions& options);
std::string end_screen(const CaseView& view, const TerminalOptions& options);

// The steps so far on a line each, with who answered.
std::string answers_screen(const CaseView& view, const TerminalOptions& options);
std::string evidence_screen(const CaseView& view, const TerminalOptions& options);
std::string why_screen(const CaseView& view, const WalkFocus& focus, const TerminalOptions& options);

// The step of a focus; null when its guide has none of that name any more.
const Step* step_of(const CaseView& view, const WalkFocus& focus);
// The open question that is at a step, or what is open first; nothing when nothing is.
WalkFocus open_focus(const CaseView& view);

}  // namespace tsg
