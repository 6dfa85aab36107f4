// SPDX-License-Identifier: MIT
// string.format: %d %i %u %c %x %X %o %e %E %f %F %g %G %a %A %s %%, width and precision of at most two
// digits. %p would show an address and %q is for programs: both are refused.
#include <fmt/format.h>
#include <array>
#include <cstdio>
#include <lua.hpp>
#include <string>
#include <string_view>

#include "engine/lua/library.h"
#include "engine/lua/stop.h"
#include "engine/lua/text_of.h"
#include "engine/text/ascii.h"

namespace tsg::lua {

namespace {

constexpr std::size_t formatted_bytes = 4U << 20U;

struct Specification {
  std::string flags = {};      // of "-+ #0"
  std::string width = {};      // at most two digits
  std::string precision = {};  // with its dot
  char conversion = 0;
};

std::string take_digits(std::string_view& rest) {
  std::string digits;
  while (!rest.empty() && ascii_digit(rest.front())) {
    digits += rest.front();
    rest.remove_prefix(1);
  }
  return digits;
}

Specification take_specification(lua_State* lua, std::string_view& rest) {
  Specification spec;
  while (!rest.empty() && std::string_view("-+ #0").find(rest.front()) != std::string_view::npos) {
    spec.flags += rest.front();
    rest.remove_prefix(1);
  }
  spec.width = take_digits(rest);
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    spec.precision = "." + take_digits(rest);
  }
  if (rest.empty() || spec.flags.size() > 5 || spec.width.size() > 2 || spec.precision.size() > 3) {
    raise_error(lua, "string.format: width and precision have at most two digits");
  }
  spec.conversion = rest.front();
  rest.remove_prefix(1);
  return spec;
}

template <typename Number>
std::string print(const Specification& spec, std::string_view length, Number number) {
  const std::string format =
      fmt::format("%{}{}{}{}{}", spec.flags, spec.width, spec.precision, length, spec.conversion);
  std::array<char, 512> out = {};
  const int size = std::snprintf(out.data(), out.size(), format.c_str(), number);
  return {out.data(), static_cast<std::size_t>(size)};
}

// Pads by hand: a text may hold NUL.
std::string padded(const Specification& spec, std::string_view text) {
  std::string out(text);
  if (!spec.precision.empty()) {
    const std::string digits = spec.precision.substr(1);
    out.resize(std::min(out.size(), digits.empty() ? std::size_t{0} : std::stoul(digits)));
  }
  const std::size_t width = spec.width.empty() ? 0 : std::stoul(spec.width);
  if (out.size() >= width) return out;
  const bool left = spec.flags.find('-') != std::string::npos;
  out.insert(left ? out.size() : 0, width - out.size(), ' ');
  return out;
}

std::string converted(lua_State* lua, const Specification& spec, int argument) {
  switch (spec.conversion) {
    case 'd':
    case 'i':
      return print(spec, "ll", luaL_checkinteger(lua, argument));
    case 'u':
    case 'x':
    case 'X':
    case 'o':
      return print(spec, "ll", luaL_checkinteger(lua, argument));
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case 'a':
    case 'A':
      return print(spec, "", luaL_checknumber(lua, argument));
    case 'c':
      return padded(spec, std::string(1, static_cast<char>(luaL_checkinteger(lua, argument) & 0xFF)));
    case 's': {
      luaL_checkany(lua, argument);
      push_text_of(lua, argument);
      std::string text = padded(spec, string_argument(lua, -1));
      lua_pop(lua, 1);
      return text;
    }
    default:
      raise_error(lua, fmt::format("string.format: `%{}` is not offered",
                                   ascii_alpha(spec.conversion) ? spec.conversion : '?'));
  }
}

int string_format(lua_State* lua) {
  std::string_view rest = string_argument(lua, 1);
  std::string out;
  int argument = 1;
  while (!rest.empty()) {
    const std::size_t percent = rest.find('%');
    out += rest.substr(0, percent);
    if (percent == std::string_view::npos) break;
    rest.remove_prefix(percent + 1);
    if (rest.starts_with('%')) {
      out += '%';
      rest.remove_prefix(1);
      continue;
    }
    out += converted(lua, take_specification(lua, rest), ++argument);
    if (out.size() > formatted_bytes) raise_error(lua, "string.format: the result is too long");
  }
  push_string(lua, out);
  return 1;
}

}  // namespace

void add_string_format(lua_State* lua) {
  lua_pushcfunction(lua, string_format);
  lua_setfield(lua, -2, "format");
}

}  // namespace tsg::lua
