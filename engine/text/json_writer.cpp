// SPDX-License-Identifier: MIT
#include "engine/text/json_writer.h"

#include <fmt/format.h>

#include <array>
#include <cassert>
#include <cmath>

#include "engine/text/utf8.h"

namespace tsg {

namespace {

void append_escape(std::string& out, std::uint32_t code_point) {
  fmt::format_to(std::back_inserter(out), "\\u{:04x}", code_point);
}

// Appends the escape of an ASCII byte that must not stand as it is; false when it may.
bool append_ascii_escape(std::string& out, char c, JsonWriter::Html html) {
  switch (c) {
    case '"':
      out += "\\\"";
      return true;
    case '\\':
      out += "\\\\";
      return true;
    case '\n':
      out += "\\n";
      return true;
    case '\r':
      out += "\\r";
      return true;
    case '\t':
      out += "\\t";
      return true;
    case '\b':
      out += "\\b";
      return true;
    case '\f':
      out += "\\f";
      return true;
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(c);
  const bool markup = html == JsonWriter::Html::Safe && (c == '<' || c == '>' || c == '&');
  if (byte >= 0x20 && byte != 0x7F && !markup) return false;
  append_escape(out, byte);
  return true;
}

// Bytes that stand in a JSON text as they are, wherever it stands: nearly all of nearly every text.
constexpr std::array<bool, 256> plain_bytes() {
  std::array<bool, 256> plain = {};
  for (std::size_t byte = 0x20; byte < 0x7F; ++byte) plain[byte] = true;
  for (const char c : {'"', '\\', '<', '>', '&'}) plain[static_cast<unsigned char>(c)] = false;
  return plain;
}

std::size_t end_of_plain(std::string_view text, std::size_t at) {
  static constexpr std::array<bool, 256> plain = plain_bytes();
  while (at < text.size() && plain[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text, JsonWriter::Html html) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_plain(text, at);
    out.append(text, at, end - at);
    at = end;
    if (at == text.size()) break;
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      if (!append_ascii_escape(out, text[at], html)) out += text[at];
      ++at;
      continue;
    }
    const DecodedCharacter character = decode_utf8(text, at);
    const bool separator = character.code_point == 0x2028 || character.code_point == 0x2029;
    if (!character.valid) {
      out += "\xEF\xBF\xBD";
    } else if (separator && html == JsonWriter::Html::Safe) {
      append_escape(out, character.code_point);
    } else {
      out.append(text.substr(at, character.size));
    }
    at += character.size;
  }
  out += '"';
}

void JsonWriter::line_break() {
  if (indent_width_ == 0) return;
  text_ += '\n';
  text_.append(has_items_.size() * static_cast<std::size_t>(indent_width_), ' ');
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (has_items_.empty()) return;
  if (has_items_.back()) text_ += ',';
  has_items_.back() = true;
  line_break();
}

void JsonWriter::open(char bracket) {
  before_value();
  text_ += bracket;
  has_items_.push_back(false);
}

void JsonWriter::close(char bracket) {
  assert(!has_items_.empty() && !after_key_);
  const bool had_items = has_items_.back();
  has_items_.pop_back();
  if (had_items) line_break();
  text_ += bracket;
}

JsonWriter& JsonWriter::begin_object() {
  return open('{'), *this;
}
JsonWriter& JsonWriter::end_object() {
  return close('}'), *this;
}
JsonWriter& JsonWriter::begin_array() {
  return open('['), *this;
}
JsonWriter& JsonWriter::end_array() {
  return close(']'), *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  assert(!after_key_);
  before_value();
  append_json_string(text_, name, html_);
  text_ += indent_width_ == 0 ? ":" : ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
  before_value();
  append_json_string(text_, text, html_);
  return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t number) {
  before_value();
  fmt::format_to(std::back_inserter(text_), "{}", number);
  return *this;
}

JsonWriter& JsonWriter::number(double number) {
  if (!std::isfinite(number)) return null();
  before_value();
  fmt::format_to(std::back_inserter(text_), "{}", number);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  before_value();
  text_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  before_value();
  text_ += "null";
  return *this;
}

}  // namespace tsg
