// SPDX-License-Identifier: MIT
// A line of an access log.
// Tested by access_line_test.cpp.
#pragma once

#include <chrono>
#include <string>

#include "tools/server/served.h"

namespace tsg::web {

// One JSON object without a line end: {"time":"2026-11-20T12:00:00.25Z","method":"GET","route":"guide",
// "status":200,"bytes":512,"duration_us":840,"peer":"127.0.0.1:43210"}.
std::string access_line(const Served& served, std::chrono::system_clock::time_point moment);

}  // namespace tsg::web
