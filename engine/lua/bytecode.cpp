// SPDX-License-Identifier: MIT
#include "engine/lua/bytecode.h"

#include <cstdint>
#include <cstring>
#include <lua.hpp>
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
constexpr std::uint32_t op_setupval = 10;
constexpr unsigned operand_b_shift = 16;
constexpr int deepest_function = 200;

struct UpvalueSource {
  bool in_stack = false;   // a local of the function around it
  std::uint8_t index = 0;  // else an upvalue of the function around it
};

struct FunctionBody {
  std::vector<std::uint8_t> assigned = {};  // upvalue indexes it assigns itself
  std::vector<UpvalueSource> upvalues = {};
  std::vector<std::uint8_t> from_inside = {};  // its upvalues that functions made inside it assign
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

void read_code(DumpReader& in, FunctionBody& body) {
  for (std::uint64_t count = in.number(); count > 0 && !in.failed(); --count) {
    const std::uint32_t code = in.instruction();
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

void skip_debug(DumpReader& in) {
  in.skip(in.number());
  for (std::uint64_t count = in.number(); count > 0 && !in.failed(); --count) {
    in.number();
    in.number();
  }
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
  in.number();
  in.number();
  in.skip(3);
  read_code(in, body);
  skip_constants(in);
  read_upvalues(in, body);
  for (std::uint64_t count = in.number(); count > 0 && !in.failed(); --count) {
    carry_out(read_function(in, depth + 1), body);
  }
  skip_debug(in);
  return body;
}

int append(lua_State*, const void* bytes, std::size_t size, void* dump) {
  static_cast<std::string*>(dump)->append(static_cast<const char*>(bytes), size);
  return 0;
}

}  // namespace

bool dump_assigns_upvalues(std::string_view dump) {
  if (!dump.starts_with(header_start) || dump.size() < header_bytes) return true;
  DumpReader in(dump);
  in.skip(header_bytes);
  in.byte();
  const FunctionBody body = read_function(in, 0);
  return in.failed() || !body.assigned.empty() || !body.from_inside.empty();
}

bool assigns_upvalues(lua_State* lua) {
  std::string dump;
  constexpr int without_debug = 1;
  if (lua_dump(lua, append, &dump, without_debug) != 0) return true;
  return dump_assigns_upvalues(dump);
}

}  // namespace tsg::lua
