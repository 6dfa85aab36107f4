// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace tsg::web {

// The Content-Type of a file by the end of its name, from a closed table, whatever the case;
// "application/octet-stream", which a browser saves and does not open, for every other.
std::string_view content_type_of(std::string_view path);

}  // namespace tsg::web
