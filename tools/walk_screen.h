// SPDX-License-Identifier: MIT
// What a walk shows in a terminal. Every text reaches it escaped.
#pragma once

#include <string>

#include "renderers/terminal.h"
#include "tools/desk/case_view.h"
#include "tools/desk/walk_focus.h"

namespace tsg {

// The question's place in the walk, the words of its article, the answers by number; the end of the walk when
// nothing is open.
std::string question_screen(const CaseView& view, const WalkFocus& focus, const TerminalOptions& options);
std::string end_screen(const CaseView& view, const TerminalOptions& options);

// The steps so far on a line each, with who answered.
std::string answers_screen(const CaseView& view, const TerminalOptions& options);
std::string evidence_screen(const CaseView& view, const TerminalOptions& options);
// What would carry the walk on, the best first.
std::string next_screen(const CaseView& view, const TerminalOptions& options);
std::string why_screen(const CaseView& view, const WalkFocus& focus, const TerminalOptions& options);

}  // namespace tsg
