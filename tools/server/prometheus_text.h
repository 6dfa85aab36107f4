// SPDX-License-Identifier: MIT
// A server's figures as Prometheus reads them (its text format, version 0.0.4).
// Tested by prometheus_text_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "tools/server/server_figures.h"

namespace tsg::web {

inline constexpr std::string_view prometheus_type = "text/plain; version=0.0.4; charset=utf-8";

// Families begin with `tsg_http_`, each with its HELP and TYPE; durations are in seconds. Deterministic.
std::string prometheus_text(const ServerFigures& figures);

// A label's value between its quotes: `\`, `"` and line ends are escaped, what is not UTF-8 is U+FFFD. For
// families that others write beside these.
std::string prometheus_label(std::string_view value);

}  // namespace tsg::web
