// SPDX-License-Identifier: MIT
// What is answered under /sessions: a case is opened, looked at, carried on, deleted.
#pragma once

#include <memory>
#include <variant>

#include "tools/api/api_call.h"

namespace tsg {

inline constexpr std::size_t usual_sessions_listed = 50;
inline constexpr std::size_t most_sessions_listed = 500;

web::Response open_session(const ApiCall& call);
web::Response list_sessions(const ApiCall& call);
web::Response show_session(const ApiCall& call);
web::Response delete_session(const ApiCall& call);
web::Response add_event(const ApiCall& call);

// The case that a path names, or why there is none.
std::variant<std::shared_ptr<const CaseView>, web::Response> case_of(const ApiCall& call);

}  // namespace tsg
