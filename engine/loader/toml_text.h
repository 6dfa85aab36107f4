// SPDX-License-Identifier: MIT
// Values as TOML text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/value.h"

namespace tsg {

std::string toml_string(std::string_view text);  // "say \"hi\""
std::string toml_key(std::string_view name);     // bare where it may be
// On one line, or an item a line where that would be longer than 100 characters.
std::string toml_list(const std::vector<std::string>& items);
std::string toml_value(const Value& value);  // REQUIRES: it holds something

}  // namespace tsg
