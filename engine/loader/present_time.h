// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "engine/model/facts.h"

namespace tsg {

// Makes `now` the fact `now`, where the catalogue declares one. The text is borrowed, and must outlive the
// facts. REQUIRES: now is RFC 3339
void set_present_time(Facts& facts, std::string_view now);

}  // namespace tsg
