// SPDX-License-Identifier: MIT
// Bounds that must hold before a TOML parser may see a file: toml++ 3.3 runs out of stack on a dotted key of
// 32,000 parts. A small scan of the lexical level (strings, comments, brackets) suffices to hold them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/text/place.h"

namespace tsg {

struct TomlExcess {
  ByteRange range = {};
  std::string message = {};
  std::string help = {};
};

inline constexpr std::size_t toml_bracket_depth = 32;

// The first place where `text` breaks limits::toml_bytes, limits::toml_key_dots or toml_bracket_depth.
std::optional<TomlExcess> find_toml_excess(std::string_view text);

}  // namespace tsg
