// SPDX-License-Identifier: MIT
// What is answered under /guides.
#pragma once

#include <optional>
#include <string>

#include "tools/api/api_call.h"

namespace tsg {

web::Response list_guides(const ApiCall& call);
web::Response show_guide(const ApiCall& call);
// A walk that is not kept. For agents the Resolution itself, for customers what they may be told of it.
web::Response resolve_guide(const ApiCall& call);

// Why there is no walk of that guide; nothing when there is.
std::optional<Problem> unknown_guide(const DeskContent& content, const std::string& guide, ProblemKind kind);

}  // namespace tsg
