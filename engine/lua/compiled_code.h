// SPDX-License-Identifier: MIT
// The functions of a compiled Lua 5.4 chunk as data: instructions, upvalues, functions inside. Read from
// lua_dump; there is no other way to see them through Lua's interface.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

struct lua_State;

namespace tsg::lua {

// Where a function gets an upvalue from when it is made.
struct UpvalueSource {
  bool in_stack = false;  // a register of the function around it; else an upvalue of that function
  std::uint8_t index = 0;
};

struct CompiledFunction {
  std::vector<std::uint32_t> code = {};  // one a instruction, as Lua 5.4 encodes it
  std::vector<UpvalueSource> upvalues = {};
  std::vector<CompiledFunction> inside = {};
  std::int64_t first_line = 0;
  std::vector<std::int64_t> lines = {};  // of each instruction; empty when they were dropped
};

enum class Lines : std::uint8_t { Drop, Keep };

// The function at the top of the stack, and all made inside it. Nothing when the dump is none of Lua 5.4's.
std::optional<CompiledFunction> compiled_function(lua_State* lua, Lines lines = Lines::Drop);
// Tested with dumps that were cut and bent.
std::optional<CompiledFunction> read_dump(std::string_view dump);

// The parts of an instruction (lopcodes.h of Lua 5.4: opcode 7 bits, A 8, k 1, B 8, C 8; Bx 17; sJ 25).
constexpr std::uint32_t opcode_of(std::uint32_t code) {
  return code & 0x7FU;
}
constexpr std::uint8_t operand_a(std::uint32_t code) {
  return static_cast<std::uint8_t>(code >> 7U);
}
constexpr std::uint8_t operand_b(std::uint32_t code) {
  return static_cast<std::uint8_t>(code >> 16U);
}
constexpr std::uint32_t operand_bx(std::uint32_t code) {
  return code >> 15U;
}
constexpr std::int64_t operand_sj(std::uint32_t code) {
  return std::int64_t{code >> 7U} - ((1 << 24) - 1);
}

}  // namespace tsg::lua
