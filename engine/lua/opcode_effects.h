// SPDX-License-Identifier: MIT
// What each instruction of Lua 5.4 may write and where it may lead (lopcodes.h, lvm.c of Lua 5.4).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace tsg::lua {

// The opcodes that a proof or a check treats one by one.
enum Opcode : std::uint32_t {
  OpMove = 0,
  OpLoadFalseSkip = 6,
  OpLoadNil = 8,
  OpGetUpvalue = 9,
  OpSetUpvalue = 10,
  OpSetTabUp = 15,
  OpSetTable = 16,
  OpSetI = 17,
  OpSetField = 18,
  OpNewTable = 19,
  OpClose = 54,
  OpJump = 56,
  OpTailCall = 69,
  OpClosure = 79,
  OpSetList = 78,
  OpVarargPrep = 81,
};

// Registers from `first` to `last` may hold something new after the instruction.
struct WrittenRegisters {
  std::size_t first = 0;
  std::size_t last = 0;  // one past the last; equal to `first`: none
};

// Nothing for an opcode that Lua 5.4 does not have.
std::optional<WrittenRegisters> written_registers(std::uint32_t code);

// Instructions that may run next, as indexes into the function's code; SIZE_MAX where there is no second.
struct Successors {
  std::array<std::size_t, 2> next = {SIZE_MAX, SIZE_MAX};
};

Successors successors_of(std::uint32_t code, std::size_t at);

}  // namespace tsg::lua
