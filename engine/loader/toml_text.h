// SPDX-License-Identifier: MIT
// Values as TOML text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/value.h"

namespace tsg {

std::string toml_string(std::string_view text);  // "say \"hi\""
std::string toml_key(std::string_view name);     // bare where it may be

enum class ListLayout : std::uint8_t { OneLine, ItemALine };
std::string toml_list(const std::vector<std::string>& items, ListLayout layout = ListLayout::OneLine);
std::string toml_value(const Value& value);  // REQUIRES: it holds something

}  // namespace tsg
