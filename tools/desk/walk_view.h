// SPDX-License-Identifier: MIT
// Where a walk stands: what was found, which question comes next, which answers nothing takes any more.
// Tested by walk_view_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/composer/composed.h"
#include "engine/model/pack.h"
#include "engine/model/resolution.h"
#include "tools/desk/case_state.h"

namespace tsg {

struct WalkView {
  Resolution resolution = {};
  ComposedGuide guide = {};  // for agents
  // The first open question, in the author's order, that was not set aside: an index into resolution.open.
  // None: the walk has come to its end.
  std::optional<std::size_t> question = {};
  // Answers of `state` that no step on the way takes: they stand aside and count again when the way comes
  // back to them.
  std::vector<GivenAnswer> dropped = {};
};

WalkView view_walk(Resolution resolution, const Pack& pack, const CaseState& state);

// The composed form of a question. REQUIRES: question < view.resolution.open.size()
const ComposedOpen* composed_question(const WalkView& view, std::size_t question);

// The visit of a step as a subject met it; null when the walk did not come there. An empty subject takes the
// first visit of the step that has an answer or is open.
const Visit* find_visit(const Resolution& resolution, std::string_view step, std::string_view subject);

// Whether the step's rule has said something else than `option` for it: such an answer is an override.
bool overrides_rule(const Resolution& resolution, const GivenAnswer& answer);

}  // namespace tsg
