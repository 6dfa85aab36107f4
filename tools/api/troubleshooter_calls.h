// SPDX-License-Identifier: MIT
// What is answered under /troubleshooters: a walk in the shapes of the Help API. A name stands for one
// session, which the agents' pages and /sessions show too.
#pragma once

#include "tools/api/api_call.h"

namespace tsg {

// An answer against the rule needs a reason, and the Help API has no place for one.
inline constexpr std::string_view help_api_reason = "answered through the Help API";
// A session with this remark takes no more responses.
inline constexpr std::string_view help_api_ended = "ended through the Help API";

// A name that is in use is answered as it is now, as PUT of the public API does.
web::Response put_troubleshooter(const ApiCall& call);
web::Response show_troubleshooter(const ApiCall& call);
// All responses are looked at before the first is taken.
web::Response continue_troubleshooter(const ApiCall& call);
// A new session with the same facts under another name; the former is ended.
web::Response restart_troubleshooter(const ApiCall& call);
web::Response end_troubleshooter(const ApiCall& call);

}  // namespace tsg
