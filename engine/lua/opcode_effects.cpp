// SPDX-License-Identifier: MIT
#include "engine/lua/opcode_effects.h"

#include "engine/lua/compiled_code.h"

namespace tsg::lua {

namespace {

constexpr std::size_t registers = 256;
constexpr std::uint32_t op_self = 20;
constexpr std::uint32_t first_arithmetic = 21;  // ADDI
constexpr std::uint32_t last_arithmetic = 45;   // SHR
constexpr std::uint32_t op_mmbin = 46;
constexpr std::uint32_t op_mmbink = 48;
constexpr std::uint32_t op_concat = 53;
constexpr std::uint32_t op_tbc = 55;
constexpr std::uint32_t first_test = 57;  // EQ
constexpr std::uint32_t op_testset = 67;
constexpr std::uint32_t op_call = 68;
constexpr std::uint32_t op_tailcall = 69;
constexpr std::uint32_t op_return = 70;
constexpr std::uint32_t op_return1 = 72;
constexpr std::uint32_t op_forloop = 73;
constexpr std::uint32_t op_forprep = 74;
constexpr std::uint32_t op_tforprep = 75;
constexpr std::uint32_t op_tforloop = 77;
constexpr std::uint32_t op_vararg = 80;
constexpr std::uint32_t op_varargprep = 81;
constexpr std::uint32_t op_extraarg = 82;

bool writes_nothing(std::uint32_t opcode) {
  return opcode == OpSetUpvalue || (opcode >= OpSetTabUp && opcode <= OpSetField) || opcode == OpClose ||
         opcode == op_tbc || opcode == OpJump || (opcode >= first_test && opcode < op_testset) ||
         (opcode >= op_return && opcode <= op_return1) || opcode == OpSetList || opcode == op_extraarg;
}

// The first register of a call, a vararg or a concatenation, and all that follow, are the callee's to use.
bool writes_to_the_end(std::uint32_t opcode) {
  return opcode == op_call || opcode == op_tailcall || opcode == op_vararg || opcode == op_varargprep ||
         opcode == op_concat || (opcode >= op_forloop && opcode <= op_tforloop);
}

}  // namespace

std::optional<WrittenRegisters> written_registers(std::uint32_t code) {
  const std::uint32_t opcode = opcode_of(code);
  const std::size_t a = operand_a(code);
  if (opcode > op_extraarg) return std::nullopt;
  if (writes_nothing(opcode)) return WrittenRegisters{};
  // The metamethod's result goes to the register of the arithmetic instruction before it, which wrote it too.
  if (opcode >= op_mmbin && opcode <= op_mmbink) return WrittenRegisters{};
  if (writes_to_the_end(opcode)) return WrittenRegisters{a, registers};
  if (opcode == OpLoadNil) return WrittenRegisters{a, a + operand_b(code) + 1};
  if (opcode == op_self) return WrittenRegisters{a, a + 2};
  return WrittenRegisters{a, a + 1};
}

Successors successors_of(std::uint32_t code, std::size_t at) {
  const std::uint32_t opcode = opcode_of(code);
  const std::size_t next = at + 1;
  const auto jumped = [next](std::int64_t by) {
    return static_cast<std::size_t>(static_cast<std::int64_t>(next) + by);
  };
  if (opcode >= op_return && opcode <= op_return1) return {};
  if (opcode == OpJump) return {{jumped(operand_sj(code)), SIZE_MAX}};
  if (opcode == OpLoadFalseSkip) return {{next + 1, SIZE_MAX}};
  if (opcode >= first_arithmetic && opcode <= last_arithmetic) return {{next, next + 1}};
  if (opcode >= first_test && opcode <= op_testset) return {{next, next + 1}};
  const std::int64_t bx = operand_bx(code);
  if (opcode == op_forloop || opcode == op_tforloop) return {{next, jumped(-bx)}};
  if (opcode == op_forprep) return {{next, jumped(bx + 1)}};
  if (opcode == op_tforprep) return {{jumped(bx), SIZE_MAX}};
  return {{next, SIZE_MAX}};
}

}  // namespace tsg::lua
