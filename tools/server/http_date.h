// SPDX-License-Identifier: MIT
#pragma once

#include <ctime>
#include <string>

namespace tsg::web {

// A moment as RFC 9110 (5.6.7) writes it, in English whatever the locale: "Sun, 06 Nov 1994 08:49:37 GMT".
std::string http_date(std::time_t seconds);

}  // namespace tsg::web
