// SPDX-License-Identifier: MIT
#include "engine/loader/json_tokens.h"

#include <algorithm>

#include "engine/text/ascii.h"
#include "engine/text/utf8.h"

namespace tsg {

namespace {

bool json_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// The four hexadecimal digits at `at`, or -1.
int hexadecimal(std::string_view text, std::size_t at) {
  if (text.size() < at + 4) return -1;
  int value = 0;
  for (const char c : text.substr(at, 4)) {
    const char lower = ascii_lower(c);
    const bool letter = lower >= 'a' && lower <= 'f';
    if (!letter && !ascii_digit(c)) return -1;
    value = value * 16 + (letter ? lower - 'a' + 10 : c - '0');
  }
  return value;
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && ascii_digit(text[at])) ++at;
  return at;
}

}  // namespace

JsonToken JsonTokens::token(JsonTokenKind kind, std::size_t size) {
  const std::size_t begin = at_;
  at_ += size;
  return {.kind = kind, .range = {begin, at_}};
}

JsonToken JsonTokens::invalid(std::size_t begin, std::size_t end, std::string_view problem) {
  at_ = text_.size();
  return {.kind = JsonTokenKind::Invalid, .range = {begin, end}, .problem = problem};
}

JsonToken JsonTokens::next() {
  while (at_ < text_.size() && json_space(text_[at_])) ++at_;
  if (at_ >= text_.size()) return {.range = {text_.size(), text_.size()}};
  switch (text_[at_]) {
    case '{':
      return token(JsonTokenKind::BeginObject, 1);
    case '}':
      return token(JsonTokenKind::EndObject, 1);
    case '[':
      return token(JsonTokenKind::BeginArray, 1);
    case ']':
      return token(JsonTokenKind::EndArray, 1);
    case ',':
      return token(JsonTokenKind::Comma, 1);
    case ':':
      return token(JsonTokenKind::Colon, 1);
    case '"':
      return string();
    case '\'':
      return invalid(at_, at_ + 1, "a text in single quotes");
    case '/':
      return invalid(at_, at_ + 1, "a comment, which JSON has not");
    default:
      break;
  }
  if (text_[at_] == '-' || ascii_digit(text_[at_])) return number();
  return word();
}

std::string_view JsonTokens::take_escape(std::size_t& at) const {
  constexpr std::string_view single = "\"\\/bfnrt";
  if (at + 1 >= text_.size()) return "a text that is not closed";
  if (text_[at + 1] != 'u') {
    if (single.find(text_[at + 1]) == std::string_view::npos) return "an unknown escape in a text";
    at += 2;
    return "";
  }
  const int unit = hexadecimal(text_, at + 2);
  if (unit < 0) return "`\\u` without four hexadecimal digits";
  if (unit >= 0xDC00 && unit <= 0xDFFF) return "half of a surrogate pair";
  if (unit >= 0xD800 && unit <= 0xDBFF) {
    const int low = text_.substr(at + 6).starts_with("\\u") ? hexadecimal(text_, at + 8) : -1;
    if (low < 0xDC00 || low > 0xDFFF) return "half of a surrogate pair";
    at += 6;
  }
  at += 6;
  return "";
}

std::size_t JsonTokens::skip_plain(std::size_t at) const {
  const auto plain = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
  };
  while (at < text_.size() && plain(text_[at])) ++at;
  return at;
}

JsonToken JsonTokens::string() {
  ByteRange controls;
  bool escapes = false;
  std::size_t at = skip_plain(at_ + 1);
  for (; at < text_.size() && text_[at] != '"'; at = skip_plain(at)) {
    if (text_[at] == '\\') {
      const std::size_t escape = at;
      const std::string_view problem = take_escape(at);
      if (!problem.empty()) return invalid(escape, std::min(escape + 2, text_.size()), problem);
      escapes = true;
      continue;
    }
    if (static_cast<unsigned char>(text_[at]) < 0x20) {
      if (reading_ == JsonReading::Strict) {
        return invalid(
            at, at + 1,
            text_[at] == '\n' ? "a text that is not closed on its line" : "a control character in a text");
      }
      controls = {controls.end == 0 ? at : controls.begin, at + 1};
      ++at;
      continue;
    }
    const DecodedCharacter character = decode_utf8(text_, at);
    if (!character.valid) return invalid(at, at + 1, "a byte that is no UTF-8");
    at += character.size;
  }
  if (at >= text_.size()) return invalid(at_, at_ + 1, "a text that is not closed");
  JsonToken found = token(JsonTokenKind::String, at + 1 - at_);
  found.escapes = escapes;
  found.controls = controls;
  return found;
}

JsonToken JsonTokens::number() {
  const std::size_t first = at_ + (text_[at_] == '-' ? 1 : 0);
  std::size_t at = skip_digits(text_, first);
  bool well_formed = at > first && (text_[first] != '0' || at == first + 1);
  if (at < text_.size() && text_[at] == '.') {
    const std::size_t fraction = at + 1;
    at = skip_digits(text_, fraction);
    well_formed = well_formed && at > fraction;
  }
  if (at < text_.size() && ascii_lower(text_[at]) == 'e') {
    std::size_t exponent = at + 1;
    if (exponent < text_.size() && (text_[exponent] == '+' || text_[exponent] == '-')) ++exponent;
    at = skip_digits(text_, exponent);
    well_formed = well_formed && at > exponent;
  }
  constexpr std::string_view delimiters = " \t\n\r,:[]{}\"";
  const bool ended = at >= text_.size() || delimiters.find(text_[at]) != std::string_view::npos;
  if (!well_formed || !ended) return invalid(at_, at, "a number that JSON does not know");
  return token(JsonTokenKind::Number, at - at_);
}

JsonToken JsonTokens::word() {
  std::size_t end = at_;
  while (end < text_.size() &&
         (ascii_alpha(text_[end]) || ascii_digit(text_[end]) || text_[end] == '_' || text_[end] == '$'))
    ++end;
  const std::string_view found = text_.substr(at_, end - at_);
  if (found == "true" || found == "false" || found == "null") return token(JsonTokenKind::Word, found.size());
  if (!decode_utf8(text_, at_).valid) return invalid(at_, at_ + 1, "a byte that is no UTF-8");
  if (found.empty())
    return invalid(at_, at_ + decode_utf8(text_, at_).size, "a character that begins no value");
  if (reading_ == JsonReading::Lenient) return token(JsonTokenKind::Name, found.size());
  return invalid(at_, end, "a word that is not `true`, `false` or `null`, or a text without quotes");
}

}  // namespace tsg
