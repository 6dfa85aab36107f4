// SPDX-License-Identifier: MIT
#include "engine/lua/compiled_code.h"

#include <cstring>
#include <lua.hpp>
#include <string>

namespace tsg::lua {

namespace {

// The layout of a Lua 5.4 dump: a header of 31 bytes (signature, version 0x54, format 0, a check string,
// three sizes, an integer and a float), the count of upvalues, then the function. Numbers are written in
// groups of seven bits, the highest first, the last one with its top bit set.
constexpr std::size_t header_bytes = 31;
constexpr std::string_view header_start("\x1bLua\x54\x00\x19\x93\r\n\x1a\n\x04\x08\x08", 15);
constexpr int deepest_function = 200;

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

void read_code(DumpReader& in, CompiledFunction& function) {
  for (std::uint64_t count = in.number(); count > 0 && !in.failed(); --count) {
    function.code.push_back(in.instruction());
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

// The line of each instruction: how far it lies from the one before, or that the next entry of a list gives
// it.
void read_lines(DumpReader& in, CompiledFunction& function) {
  constexpr std::int8_t line_is_listed = -128;
  const std::uint64_t count = in.number();
  std::vector<std::size_t> listed;
  std::int64_t line = function.first_line;
  for (std::uint64_t at = 0; at < count && !in.failed(); ++at) {
    const auto step = static_cast<std::int8_t>(in.byte());
    if (step == line_is_listed) listed.push_back(function.lines.size());
    function.lines.push_back(step == line_is_listed ? 0 : step);
  }
  std::vector<std::int64_t> given;
  for (std::uint64_t entries = in.number(); entries > 0 && !in.failed(); --entries) {
    in.number();
    given.push_back(static_cast<std::int64_t>(in.number()));
  }
  std::size_t next = 0;
  for (std::size_t at = 0; at < function.lines.size(); ++at) {
    const bool is_listed = next < listed.size() && listed[next] == at && next < given.size();
    line = is_listed ? given[next++] : line + function.lines[at];
    function.lines[at] = line;
  }
}

void read_debug(DumpReader& in, CompiledFunction& function) {
  read_lines(in, function);
  for (std::uint64_t count = in.number(); count > 0 && !in.failed(); --count) {
    in.skip_string();
    in.number();
    in.number();
  }
  for (std::uint64_t count = in.number(); count > 0 && !in.failed(); --count) in.skip_string();
}

void read_upvalues(DumpReader& in, CompiledFunction& function) {
  for (std::uint64_t count = in.number(); count > 0 && !in.failed(); --count) {
    const bool in_stack = in.byte() != 0;
    function.upvalues.push_back({in_stack, in.byte()});
    in.byte();
  }
}

CompiledFunction read_function(DumpReader& in, int depth) {
  CompiledFunction function;
  if (depth > deepest_function) {
    in.skip(UINT64_MAX);
    return function;
  }
  in.skip_string();
  function.first_line = static_cast<std::int64_t>(in.number());
  in.number();
  in.skip(3);
  read_code(in, function);
  skip_constants(in);
  read_upvalues(in, function);
  for (std::uint64_t count = in.number(); count > 0 && !in.failed(); --count) {
    function.inside.push_back(read_function(in, depth + 1));
  }
  read_debug(in, function);
  return function;
}

int append(lua_State*, const void* bytes, std::size_t size, void* dump) {
  static_cast<std::string*>(dump)->append(static_cast<const char*>(bytes), size);
  return 0;
}

}  // namespace

std::optional<CompiledFunction> read_dump(std::string_view dump) {
  if (!dump.starts_with(header_start) || dump.size() < header_bytes) return std::nullopt;
  DumpReader in(dump);
  in.skip(header_bytes);
  in.byte();
  CompiledFunction function = read_function(in, 0);
  if (in.failed()) return std::nullopt;
  return function;
}

std::optional<CompiledFunction> compiled_function(lua_State* lua, Lines lines) {
  std::string dump;
  if (lua_dump(lua, append, &dump, lines == Lines::Drop ? 1 : 0) != 0) return std::nullopt;
  return read_dump(dump);
}

}  // namespace tsg::lua
