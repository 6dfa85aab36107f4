// SPDX-License-Identifier: MIT
// The table of the API's paths. Tested by route_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/server/request.h"

namespace tsg {

// What stood for the `{...}` of a pattern, in order: "/sessions/{session}/notes" of "/sessions/ab12/notes"
// gives {"ab12"}. Nothing when the path is another. A name is never empty.
std::optional<std::vector<std::string>> match_route(std::string_view pattern, std::string_view path);

// "GET", "HEAD", "POST", "PUT", "DELETE"
std::string_view name_of(web::Method method);

}  // namespace tsg
