// SPDX-License-Identifier: MIT
#include "engine/lua/error_text.h"

#include <fmt/format.h>
#include <lua.hpp>

#include "engine/lua/fact_view.h"
#include "engine/text/utf8.h"

namespace tsg::lua {

namespace {

constexpr std::size_t longest_message = 500;

}  // namespace

std::string one_line(std::string_view text) {
  const bool cut = text.size() > longest_message;
  std::string line;
  for (std::size_t at = 0; at < text.size() && at < longest_message;) {
    const DecodedCharacter character = decode_utf8(text, at);
    const bool control =
        character.code_point < 0x20 || (character.code_point >= 0x7F && character.code_point < 0xA0);
    if (control) {
      line += ' ';
    } else {
      append_utf8(line, character.code_point);
    }
    at += character.size;
  }
  return cut ? line + "\xE2\x80\xA6" : line;
}

std::string error_text(lua_State* lua, int index) {
  if (lua_type(lua, index) != LUA_TSTRING) {
    return fmt::format("raised a {} where a message was expected", kind_of(lua, index));
  }
  std::size_t size = 0;
  const char* text = lua_tolstring(lua, index, &size);
  return one_line({text, size});
}

}  // namespace tsg::lua
