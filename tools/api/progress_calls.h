// SPDX-License-Identifier: MIT
// How a session goes on: what to ask next, what newer facts changed.
#pragma once

#include "tools/api/api_call.h"

namespace tsg {

// Questions ranked by the planner (engine/planner/next_question.h), the branches in the order of the walk.
web::Response next_questions(const ApiCall& call);
// The latest facts against the ones before, both with the answers that stand now. 404 while facts were given
// once.
web::Response session_changes(const ApiCall& call);

}  // namespace tsg
