// SPDX-License-Identifier: MIT
// What a handler asks before it changes anything for an API: a form of another site's page can be sent
// without asking first, but only by GET, or by POST with one of three types (Fetch standard,
// "CORS-safelisted"). So a change needs a POST of another type, beside what the server's own gate asked
// (request_gate.h). Tested by rebinding_test.cpp.
#pragma once

#include <optional>
#include <string_view>

#include "tools/server/request.h"
#include "tools/server/response.h"

namespace tsg::web {

// Nothing when the request may change something: it is a POST whose one Content-Type is `content_type`, with
// parameters or without. Else 405 with Allow, or 415.
std::optional<Response> refuse_change(const Request& request, std::string_view content_type);

}  // namespace tsg::web
