// SPDX-License-Identifier: MIT
#include "engine/text/escape_html.h"

#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/text/utf8.h"

namespace tsg {

namespace {

enum class ByteClass : std::uint8_t { Plain, Special, High };

constexpr std::array<ByteClass, 256> classes_of_bytes() {
  std::array<ByteClass, 256> classes = {};
  for (std::size_t byte = 0; byte < 0x20; ++byte) classes[byte] = ByteClass::Special;
  classes['\t'] = ByteClass::Plain;
  for (const char c : {'&', '<', '>', '"', '\''}) classes[static_cast<unsigned char>(c)] = ByteClass::Special;
  for (std::size_t byte = 0x80; byte < 0x100; ++byte) classes[byte] = ByteClass::High;
  return classes;
}

constexpr std::array<ByteClass, 256> classes = classes_of_bytes();

ByteClass class_at(std::string_view value, std::size_t at) {
  return classes[static_cast<unsigned char>(value[at])];
}

std::string_view replacement_of(char c, std::string_view line_end) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '\r':
    case '\n':
      return line_end;
    default:
      return "\xEF\xBF\xBD";
  }
}

// The end of the bytes from `at` that stand as they are.
std::size_t end_of_run(std::string_view value, std::size_t at) {
  for (;;) {
    while (at < value.size() && class_at(value, at) == ByteClass::Plain) ++at;
    if (at == value.size() || class_at(value, at) == ByteClass::Special) return at;
    const DecodedCharacter character = decode_utf8(value, at);
    if (!character.valid) return at;
    at += character.size;
  }
}

void append_escaped(std::string& out, std::string_view value, std::string_view line_end) {
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t end = end_of_run(value, at);
    out.append(value, at, end - at);
    if (end == value.size()) return;
    out += replacement_of(value[end], line_end);
    const bool pair = value[end] == '\r' && end + 1 < value.size() && value[end + 1] == '\n';
    at = end + (pair ? 2 : 1);
  }
}

}  // namespace

void append_html(std::string& out, std::string_view value) {
  append_escaped(out, value, "\n");
}

void append_html_line(std::string& out, std::string_view value) {
  append_escaped(out, value, " ");
}

void append_html_isolated(std::string& out, std::string_view value) {
  out += "<bdi>";
  append_html(out, value);
  out += "</bdi>";
}

void append_html_line_isolated(std::string& out, std::string_view value) {
  out += "<bdi>";
  append_html_line(out, value);
  out += "</bdi>";
}

std::string html(std::string_view value) {
  std::string out;
  append_html(out, value);
  return out;
}

}  // namespace tsg
