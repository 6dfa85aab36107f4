// SPDX-License-Identifier: MIT
#include "engine/lua/bytecode.h"

#include <cstdint>
#include <cstring>
#include <lua.hpp>
#include <optional>
#include <string>
#include <vector>

namespace tsg::lua {

namespace {

// The layout of a Lua 5.4 dump: a header of 32 bytes (signature, version 0x54, format 0, a check string,
// three sizes, an integer and a float), the count of upvalues, then the function. Numbers are written in
// groups of seven bits, the highest first, the last one with its top bit set.
constexpr std::size_t header_bytes = 31;
constexpr std::string_view header_start("\x1bLua\x54\x00\x19\x93\r\n\x1a\n\x04\x08\x08", 15);
constexpr std::uint32_t opcode_mask = 0x7F;
constexpr std::uint32_t op_lfalseskip = 6;
constexpr std::uint32_t op_setupval = 10;
constexpr std::uint32_t op_jmp = 56;
constexpr std::int8_t line_is_listed = -128;
constexpr unsigned operand_b_shift = 16;
constexpr int deepest_function = 200;

struct UpvalueSource {
  bool in_stack = false;   // a local of the function around it
  std::uint8_t index = 0;  // else an upvalue of the function around it
};

struct FunctionBody {
  std::vector<std::uint8_t> assigned = {};  // upvalue indexes it assigns itself
  std::vector<UpvalueSource> upvalues = {};
  std::vector<std::uint8_t> from_inside = {};     // its upvalues that functions made inside it assign
  std::optional<std::uint64_t> misplaced = {};    // the instruction that is_misplaced found
  std::uint64_t line = 0;                         // its first; then that of the misplaced instruction
  std::optional<std::uint64_t> miscompiled = {};  // the line, here or in a function inside; 0: not known
};

class DumpReader {
 public:
  explicit DumpReader(std::string_view bytes) : rest_(bytes) {}

  bool failed() const { return failed_; }

  void skip(std::uint64_t count) {
    if (count > rest_.size()) {
      failed_ = true;
      count = rest_.size();
    }
    rest_.remove_prefix(static_cast<std::size_t>(count));
  }

  std::uint8_t byte() {
    if (rest_.empty()) {
      failed_ = true;
      return 0;
    }
    const auto value = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return value;
  }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int i = 0; i < 10 && !failed_; ++i) {
      const std::uint8_t next = byte();
      value = value << 7U | (next & 0x7FU);
      if ((next & 0x80U) != 0) return value;
    }
    failed_ = true;
    return 0;
  }

  void skip_string() {
    const std::uint64_t size = number();
    if (size > 0) skip(size - 1);
  }

  std::uint32_t instruction() {
    std::uint32_t code = 0;
    if (rest_.size() < sizeof(code)) {
      failed_ = true;
      return 0;
    }
    std::memcpy(&code, rest_.data(), sizeof(code));
    rest_.remove_prefix(sizeof(code));
    return code;
  }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

// The compiler writes LFALSESKIP behind a jump, always. Lua 5.4.4 forgets that a comparison used as an index
// is still a jump (upstream fix 782ef85b): the table of `t[a < b]`, fetched between the two, is skipped with
// it.
bool is_misplaced(std::uint32_t code, std::uint32_t before) {
  return (code & opcode_mask) == op_lfalseskip && (before & opcode_mask) != op_jmp;
}

void read_code(DumpReader& in, FunctionBody& body) {
  const std::uint64_t instructions = in.number();
  std::uint32_t before = 0;
  for (std::uint64_t at = 0; at < instructions && !in.failed(); ++at) {
    const std::uint32_t code = in.instruction();
    if (!body.misplaced && is_misplaced(code, before)) body.misplaced = at;
    before = code;
    if ((code & opcode_mask) != op_setupval) continue;
    body.assigned.push_back(static_cast<std::uint8_t>(code >> operand_b_shift & 0xFFU));
  }
}

void skip_constants(DumpReader& in) {
  for (std::uint64_t count = in.number(); count > 0 && !in.failed(); --count) {
    switch (in.byte()) {
      case 0x03:  // an integer
      case 0x13:
        in.skip(8);
        break;
      case 0x04:  // a string, short or long
      case 0x14:
        in.skip_string();
        break;
      default:
        break;  // nil, false, true have no bytes of their own
    }
  }
}

// The line of the misplaced instruction: each instruction says how far its line lies from the one before it,
// or that the next entry of a list gives its line.
void read_lines(DumpReader& in, FunctionBody& body) {
  const std::uint64_t instructions = in.number();
  auto line = static_cast<std::int64_t>(body.line);
  std::uint64_t wanted_entry = 0;
  for (std::uint64_t at = 0; at < instructions && !in.failed(); ++at) {
    const auto step = static_cast<std::int8_t>(in.byte());
    if (!body.misplaced || at > *body.misplaced) continue;
    const bool listed = step == line_is_listed;
    wanted_entry += listed ? 1 : 0;
    line = listed ? 0 : line + step;
  }
  const std::uint64_t entries = in.number();
  for (std::uint64_t entry = 1; entry <= entries && !in.failed(); ++entry) {
    in.number();
    const std::uint64_t entry_line = in.number();
    if (entry == wanted_entry) line += static_cast<std::int64_t>(entry_line);
  }
  body.line = static_cast<std::uint64_t>(line);
}

void read_debug(DumpReader& in, FunctionBody& body) {
  read_lines(in, body);
  for (std::uint64_t count = in.number(); count > 0 && !in.failed(); --count) {
    in.skip_string();
    in.number();
    in.number();
  }
  for (std::uint64_t count = in.number(); count > 0 && !in.failed(); --count) in.skip_string();
}

FunctionBody read_function(DumpReader& in, int depth);

// What `inner` assigns outside of itself, as upvalues of the function around it.
void carry_out(const FunctionBody& inner, FunctionBody& body) {
  for (const auto* assigned : {&inner.assigned, &inner.from_inside}) {
    for (const std::uint8_t index : *assigned) {
      if (index >= inner.upvalues.size()) continue;
      const UpvalueSource& source = inner.upvalues[index];
      if (!source.in_stack) body.from_inside.push_back(source.index);
    }
  }
}

void read_upvalues(DumpReader& in, FunctionBody& body) {
  for (std::uint64_t count = in.number(); count > 0 && !in.failed(); --count) {
    const bool in_stack = in.byte() != 0;
    body.upvalues.push_back({in_stack, in.byte()});
    in.byte();
  }
}

FunctionBody read_function(DumpReader& in, int depth) {
  FunctionBody body;
  if (depth > deepest_function) {
    in.skip(UINT64_MAX);
    return body;
  }
  in.skip_string();
  body.line = in.number();
  in.number();
  in.skip(3);
  read_code(in, body);
  skip_constants(in);
  read_upvalues(in, body);
  for (std::uint64_t count = in.number(); count > 0 && !in.failed(); --count) {
    FunctionBody inner = read_function(in, depth + 1);
    carry_out(inner, body);
    if (inner.miscompiled && !body.miscompiled) body.miscompiled = inner.miscompiled;
  }
  read_debug(in, body);
  if (body.misplaced) body.miscompiled = body.line;
  return body;
}

int append(lua_State*, const void* bytes, std::size_t size, void* dump) {
  static_cast<std::string*>(dump)->append(static_cast<const char*>(bytes), size);
  return 0;
}

}  // namespace

namespace {

enum class Debug : int { Keep = 0, Strip = 1 };

std::optional<FunctionBody> read_dump(std::string_view dump) {
  if (!dump.starts_with(header_start) || dump.size() < header_bytes) return std::nullopt;
  DumpReader in(dump);
  in.skip(header_bytes);
  in.byte();
  FunctionBody body = read_function(in, 0);
  if (in.failed()) return std::nullopt;
  return body;
}

std::string dump_of(lua_State* lua, Debug debug) {
  std::string dump;
  if (lua_dump(lua, append, &dump, static_cast<int>(debug)) != 0) return {};
  return dump;
}

}  // namespace

bool dump_assigns_upvalues(std::string_view dump) {
  const std::optional<FunctionBody> body = read_dump(dump);
  return !body || !body->assigned.empty() || !body->from_inside.empty();
}

bool assigns_upvalues(lua_State* lua) {
  return dump_assigns_upvalues(dump_of(lua, Debug::Strip));
}

std::optional<std::uint32_t> miscompiled_line(lua_State* lua) {
  const std::optional<FunctionBody> body = read_dump(dump_of(lua, Debug::Keep));
  if (!body || !body->miscompiled) return std::nullopt;
  return static_cast<std::uint32_t>(*body->miscompiled);
}

}  // namespace tsg::lua
