// SPDX-License-Identifier: MIT
#include "engine/lua/own_tables.h"

#include <bitset>
#include <vector>

#include "engine/lua/opcode_effects.h"
#include "engine/lua/upvalue_writes.h"

namespace tsg::lua {

namespace {

constexpr std::size_t registers = 256;
using Registers = std::bitset<registers>;

// What holds before an instruction, on every path that leads to it.
struct State {
  Registers own = {};       // holds a table of this activation's
  Registers captured = {};  // on some path a closure may still see this register
  bool reached = false;
};

// One function, with what is known of its upvalues.
class FunctionProof {
 public:
  FunctionProof(const CompiledFunction& function, const std::vector<bool>& own_upvalues)
      : function_(function), own_upvalues_(own_upvalues), before_(function.code.size()) {
    find_shared();
    for (const CompiledFunction& inner : function_.inside)
      inner_own_.emplace_back(inner.upvalues.size(), true);
  }

  Assignments run() {
    if (function_.code.empty()) return Assignments::Anywhere;
    before_[0].reached = true;
    open_.push_back(0);
    while (!open_.empty() && !failed_) {
      const std::size_t at = open_.back();
      open_.pop_back();
      step(at);
    }
    for (std::size_t at = 0; at < before_.size() && !failed_; ++at) {
      if (before_[at].reached) check(at);
    }
    for (std::size_t i = 0; i < function_.inside.size() && !failed_; ++i) {
      forget_rewritten(function_.inside[i], inner_own_[i]);
      failed_ = FunctionProof(function_.inside[i], inner_own_[i]).run() == Assignments::Anywhere;
    }
    return failed_ ? Assignments::Anywhere : Assignments::OwnTables;
  }

 private:
  // Registers that a function inside assigns to: nothing is known of them.
  void find_shared() {
    for (const CompiledFunction& inner : function_.inside) {
      for (const std::uint8_t index : assigned_upvalues(inner)) {
        if (index < inner.upvalues.size() && inner.upvalues[index].in_stack)
          shared_.set(inner.upvalues[index].index);
      }
    }
  }

  bool own_upvalue(std::uint8_t index) const { return index < own_upvalues_.size() && own_upvalues_[index]; }

  // What the instruction puts into register A, when it can be an own table at all.
  bool gives_own(std::uint32_t code, const State& state) const {
    switch (opcode_of(code)) {
      case OpNewTable:
        return true;
      case OpMove:
        return state.own[operand_b(code)];
      case OpGetUpvalue:
        return own_upvalue(operand_b(code));
      default:
        return false;
    }
  }

  void step(std::size_t at) {
    const std::uint32_t code = function_.code[at];
    const auto written = written_registers(code);
    if (!written) {
      failed_ = true;
      return;
    }
    State after = before_[at];
    const bool own = gives_own(code, after);
    for (std::size_t i = written->first; i < written->last && i < registers; ++i) {
      after.own.reset(i);
      if (after.captured[i] && !own) rewritten_.set(i);
    }
    if (own) after.own.set(operand_a(code));
    after.own &= ~shared_;
    if (opcode_of(code) == OpClosure) capture(code, after);
    if (opcode_of(code) == OpClose) {
      for (std::size_t i = operand_a(code); i < registers; ++i) after.captured.reset(i);
    }
    for (const std::size_t next : successors_of(code, at).next) flow(after, next);
  }

  void capture(std::uint32_t code, State& after) const {
    const std::uint32_t index = operand_bx(code);
    if (index >= function_.inside.size()) return;
    for (const UpvalueSource& source : function_.inside[index].upvalues) {
      if (source.in_stack) after.captured.set(source.index);
    }
  }

  void flow(const State& after, std::size_t next) {
    if (next == SIZE_MAX) return;
    if (next >= before_.size()) {
      failed_ = true;
      return;
    }
    State& there = before_[next];
    const State known = there;
    there.own = known.reached ? known.own & after.own : after.own;
    there.captured |= after.captured;
    there.reached = true;
    if (!known.reached || there.own != known.own || there.captured != known.captured) open_.push_back(next);
  }

  // Once all states are known: assignments, and what closures are given.
  void check(std::size_t at) {
    const std::uint32_t code = function_.code[at];
    switch (opcode_of(code)) {
      case OpSetTabUp:
        failed_ = failed_ || !own_upvalue(operand_a(code));
        return;
      case OpSetTable:
      case OpSetI:
      case OpSetField:
      case OpSetList:
        failed_ = failed_ || !before_[at].own[operand_a(code)];
        return;
      case OpClosure:
        return give_upvalues(code, before_[at]);
      default:
        return;
    }
  }

  void give_upvalues(std::uint32_t code, const State& state) {
    const std::uint32_t index = operand_bx(code);
    if (index >= function_.inside.size()) {
      failed_ = true;
      return;
    }
    const std::vector<UpvalueSource>& upvalues = function_.inside[index].upvalues;
    for (std::size_t i = 0; i < upvalues.size(); ++i) {
      const bool own = upvalues[i].in_stack ? state.own[upvalues[i].index] : own_upvalue(upvalues[i].index);
      if (!own) inner_own_[index][i] = false;
    }
  }

  void forget_rewritten(const CompiledFunction& inner, std::vector<bool>& own) const {
    for (std::size_t i = 0; i < own.size(); ++i) {
      const UpvalueSource& source = inner.upvalues[i];
      if (source.in_stack && (rewritten_[source.index] || shared_[source.index])) own[i] = false;
    }
  }

  const CompiledFunction& function_;
  const std::vector<bool>& own_upvalues_;
  std::vector<State> before_;
  std::vector<std::size_t> open_ = {};
  std::vector<std::vector<bool>> inner_own_ = {};  // by function inside, by upvalue
  Registers shared_ = {};
  Registers rewritten_ = {};  // held something else while a closure could see it
  bool failed_ = false;
};

}  // namespace

Assignments assignments_of(const CompiledFunction& function) {
  return FunctionProof(function, std::vector<bool>(function.upvalues.size(), false)).run();
}

Assignments assignments_of(lua_State* lua) {
  const std::optional<CompiledFunction> function = compiled_function(lua);
  return function ? assignments_of(*function) : Assignments::Anywhere;
}

}  // namespace tsg::lua
