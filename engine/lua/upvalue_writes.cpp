// SPDX-License-Identifier: MIT
#include "engine/lua/upvalue_writes.h"

#include <lua.hpp>

#include "engine/lua/opcode_effects.h"

namespace tsg::lua {

std::vector<std::uint8_t> assigned_upvalues(const CompiledFunction& function) {
  std::vector<std::uint8_t> assigned;
  for (const std::uint32_t code : function.code) {
    if (opcode_of(code) == OpSetUpvalue) assigned.push_back(operand_b(code));
  }
  for (const CompiledFunction& inner : function.inside) {
    for (const std::uint8_t index : assigned_upvalues(inner)) {
      if (index >= inner.upvalues.size()) continue;
      const UpvalueSource& source = inner.upvalues[index];
      if (!source.in_stack) assigned.push_back(source.index);
    }
  }
  return assigned;
}

bool assigns_upvalues(lua_State* lua) {
  const std::optional<CompiledFunction> function = compiled_function(lua);
  return !function || !assigned_upvalues(*function).empty();
}

}  // namespace tsg::lua
