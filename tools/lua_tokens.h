// SPDX-License-Identifier: MIT
// A Lua 5.4 text as tokens, without comments and blanks. For texts that Lua compiled: what is none of Lua is
// passed over.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/text/place.h"

namespace tsg {

enum class LuaTokenKind : std::uint8_t { Name, Keyword, Number, String, Symbol };

struct LuaToken {
  LuaTokenKind kind = LuaTokenKind::Symbol;
  ByteRange range = {};
  std::string_view text = {};  // as written, a string with its quotes; borrows the source
  bool in_function = false;    // of the file's own code otherwise, which runs when it is loaded

  bool is(std::string_view words) const { return text == words && kind != LuaTokenKind::String; }
};

std::vector<LuaToken> lua_tokens(std::string_view source);

}  // namespace tsg
