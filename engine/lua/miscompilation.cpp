// SPDX-License-Identifier: MIT
#include "engine/lua/miscompilation.h"

#include "engine/lua/compiled_code.h"
#include "engine/lua/opcode_effects.h"

namespace tsg::lua {

namespace {

std::uint32_t line_at(const CompiledFunction& function, std::size_t at) {
  return at < function.lines.size() ? static_cast<std::uint32_t>(function.lines[at]) : 0;
}

// The compiler writes LFALSESKIP behind a jump, always. Lua 5.4.4 forgets that a comparison used as an index
// is still a jump: the table of `t[a < b]`, fetched between the two, is skipped with it.
std::optional<std::uint32_t> misplaced_line(const CompiledFunction& function) {
  for (std::size_t at = 0; at < function.code.size(); ++at) {
    const bool skips = opcode_of(function.code[at]) == OpLoadFalseSkip;
    if (skips && (at == 0 || opcode_of(function.code[at - 1]) != OpJump)) return line_at(function, at);
  }
  for (const CompiledFunction& inner : function.inside) {
    if (const auto line = misplaced_line(inner)) return line;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> miscompiled_line(lua_State* lua) {
  const std::optional<CompiledFunction> function = compiled_function(lua, Lines::Keep);
  return function ? misplaced_line(*function) : std::nullopt;
}

}  // namespace tsg::lua
