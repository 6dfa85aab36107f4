// SPDX-License-Identifier: MIT
// A case as the values of its page. Addresses are those of agent_handler.h.
#pragma once

#include <string>
#include <vector>

#include "renderers/template/template_value.h"
#include "tools/desk/case_view.h"
#include "tools/desk/walk_focus.h"

namespace tsg {

// What a page of a case is asked to show besides the case.
struct CasePage {
  WalkFocus focus = {};  // the step that is asked; empty: the one that is open
  std::string csrf = {};
  std::vector<std::string> folders = {};  // of facts, on this machine
  std::string status = {};                // what was done, for a reader who does not see the page change
  std::string error = {};
  std::string error_help = {};
  std::string error_at = {};  // the id of what is wrong on the page; empty: the question
  // As they were given before the error.
  std::string chosen = {};
  std::string reason = {};
};

// The template of the page and the record `page`. A case without an id is one that is only looked at: its
// answers are in its addresses.
struct PageValues {
  std::string page = {};  // "question.html", "end.html"
  TemplateValue values = {};
};
PageValues case_values(const CaseView& view, const CasePage& page);

// "/guides/<guide>/<step>?<step>=<answer>&v=<digest>": names and answers alone, sorted, never a fact.
std::string permalink(const CaseView& view, const WalkFocus& focus);

// The case's page, or that of one of its steps: "/cases/ID?step=tls-error&nth=2".
std::string case_address(const CaseView& view, const WalkFocus& focus);
// And back; an empty focus when the walk did not come to the step. `nth` counts from 1; 0 is the first.
WalkFocus focus_of_address(const CaseView& view, std::string_view step, std::size_t nth);

}  // namespace tsg
