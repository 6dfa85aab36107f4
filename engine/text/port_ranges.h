// SPDX-License-Identifier: MIT
// Port ranges as network rules write them: `*`, `80`, `80-90`, or a comma list of these.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tsg {

// Whether `port` lies in `ranges`; nothing when `ranges` cannot be read as a whole. Blanks around parts are
// allowed.
std::optional<bool> port_in_ranges(std::string_view ranges, std::uint16_t port);
// A decimal port, 0..65535, without sign or blanks.
std::optional<std::uint16_t> parse_port(std::string_view text);

}  // namespace tsg
