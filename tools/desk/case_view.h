// SPDX-License-Identifier: MIT
// A case as an agent sees it: the journal, what follows from it, and the content it was walked with.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/loader/facts_binding.h"
#include "renderers/case_notes.h"
#include "tools/desk/case_state.h"
#include "tools/desk/desk_content.h"
#include "tools/desk/fact_sweep.h"
#include "tools/desk/walk_view.h"
#include "tools/sessions/session_head.h"

namespace tsg {

struct CaseView {
  SessionHead head = {};
  std::vector<SessionEvent> events = {};
  CaseState state = {};
  std::shared_ptr<const DeskContent> content = {};
  std::shared_ptr<const Pack> pack = {};
  std::shared_ptr<const FactsLoading> facts = {};  // over a catalogue of `pack`
  std::shared_ptr<const FactSweep> sweep = {};     // null when no facts were given: there is nothing to check
  WalkView walk = {};                              // of the tree alone
  std::string notice = {};  // what changed in the guide since the case was opened; empty when nothing did
};

// The walk with what the checks say.
Resolution whole_resolution(const CaseView& view);
ComposedGuide whole_guide(const CaseView& view, Audience audience);

// What the store keeps beside the journal.
SessionSummary summary_of(const WalkView& walk);

// In words: what was answered with "don't know", in the order of state.set_aside; what is dropped.
std::vector<NotedAnswer> noted_unknown(const CaseView& view);
std::vector<NotedAnswer> noted_dropped(const CaseView& view);
// Runs the checks (whole_guide).
CaseNotes notes_of(const CaseView& view, Audience audience);

// What the customer is to be told: the outcomes' articles. Empty as long as there is none.
std::string customer_message(const CaseView& view, NotesFormat format);

}  // namespace tsg
