// SPDX-License-Identifier: MIT
#include "tools/sessions/json_text.h"

#include <cstdint>

#include "engine/text/json_writer.h"
#include "engine/text/utf8.h"
#include "tools/sessions/session_limits.h"

namespace tsg {

namespace {

constexpr std::uint32_t first_high = 0xD800;
constexpr std::uint32_t first_low = 0xDC00;
constexpr std::uint32_t after_low = 0xE000;

// Walks over one value, from its first to its last character. Every function says whether it found what it is
// named for, and then stands behind it.
class JsonWalk {
 public:
  explicit JsonWalk(std::string_view text, std::string* compact = nullptr) : text_(text), compact_(compact) {}

  bool whole_value() { return valid_utf8(text_) && value(0) && at_ == text_.size(); }
  bool take(char wanted) {
    if (at_ == text_.size() || text_[at_] != wanted) return false;
    step();
    return true;
  }
  // With `decoded`, appends what the string says.
  bool string(std::string* decoded = nullptr);
  bool at_end() const { return at_ == text_.size(); }

 private:
  bool value(std::size_t depth);
  bool members(std::size_t depth);
  bool items(std::size_t depth);
  bool escape(std::string* decoded);
  bool unicode_escape(std::string* decoded);
  std::optional<std::uint32_t> hex4();
  bool number();
  bool digits();
  bool literal();
  void step() {
    if (compact_ != nullptr) *compact_ += text_[at_];
    ++at_;
  }
  void space() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos)
      ++at_;
  }
  char seen() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  std::string_view text_;
  std::string* compact_;
  std::size_t at_ = 0;
};

bool JsonWalk::value(std::size_t depth) {
  space();
  bool found = false;
  if (seen() == '{') {
    found = members(depth + 1);
  } else if (seen() == '[') {
    found = items(depth + 1);
  } else if (seen() == '"') {
    found = string();
  } else {
    found = literal() || number();
  }
  space();
  return found;
}

bool JsonWalk::members(std::size_t depth) {
  if (depth > session_json_depth) return false;
  step();
  space();
  if (take('}')) return true;
  do {
    space();
    if (!string()) return false;
    space();
    if (!take(':') || !value(depth)) return false;
  } while (take(','));
  return take('}');
}

bool JsonWalk::items(std::size_t depth) {
  if (depth > session_json_depth) return false;
  step();
  space();
  if (take(']')) return true;
  do {
    if (!value(depth)) return false;
  } while (take(','));
  return take(']');
}

bool JsonWalk::string(std::string* decoded) {
  if (!take('"')) return false;
  while (at_ < text_.size() && text_[at_] != '"') {
    if (static_cast<unsigned char>(text_[at_]) < 0x20) return false;
    if (text_[at_] == '\\') {
      if (!escape(decoded)) return false;
      continue;
    }
    if (decoded != nullptr) *decoded += text_[at_];
    step();
  }
  return take('"');
}

bool JsonWalk::escape(std::string* decoded) {
  constexpr std::string_view letters = "\"\\/bfnrt";
  constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
  step();
  if (seen() == 'u') return unicode_escape(decoded);
  const std::size_t which = letters.find(seen());
  if (at_ == text_.size() || which == std::string_view::npos) return false;
  if (decoded != nullptr) *decoded += meant[which];
  step();
  return true;
}

bool JsonWalk::unicode_escape(std::string* decoded) {
  std::optional<std::uint32_t> code = hex4();
  if (!code || (*code >= first_low && *code < after_low)) return false;
  if (*code >= first_high && *code < first_low) {
    if (!take('\\') || seen() != 'u') return false;
    const std::optional<std::uint32_t> low = hex4();
    if (!low || *low < first_low || *low >= after_low) return false;
    code = 0x10000U + ((*code - first_high) << 10U) + (*low - first_low);
  }
  if (decoded != nullptr) append_utf8(*decoded, *code);
  return true;
}

std::optional<std::uint32_t> JsonWalk::hex4() {
  constexpr std::string_view digits = "0123456789abcdef0123456789ABCDEF";
  step();
  std::uint32_t code = 0;
  for (int i = 0; i < 4; ++i) {
    const std::size_t digit = at_ < text_.size() ? digits.find(text_[at_]) : std::string_view::npos;
    if (digit == std::string_view::npos) return std::nullopt;
    code = code * 16U + static_cast<std::uint32_t>(digit % 16);
    step();
  }
  return code;
}

bool JsonWalk::digits() {
  if (seen() < '0' || seen() > '9') return false;
  while (seen() >= '0' && seen() <= '9') step();
  return true;
}

bool JsonWalk::number() {
  take('-');
  if (!take('0') && !digits()) return false;
  if (take('.') && !digits()) return false;
  if (seen() != 'e' && seen() != 'E') return true;
  step();
  if (!take('+')) take('-');
  return digits();
}

bool JsonWalk::literal() {
  for (const std::string_view word : {"true", "false", "null"}) {
    if (text_.substr(at_, word.size()) != word) continue;
    for (std::size_t i = 0; i < word.size(); ++i) step();
    return true;
  }
  return false;
}

}  // namespace

bool is_json(std::string_view text) {
  return JsonWalk(text).whole_value();
}

std::optional<std::string> compact_json(std::string_view text) {
  std::string compact;
  compact.reserve(text.size());
  if (!JsonWalk(text, &compact).whole_value()) return std::nullopt;
  return compact;
}

std::string json_of_strings(std::span<const std::string> strings) {
  JsonWriter json;
  json.begin_array();
  for (const std::string& each : strings) json.string(each);
  return json.end_array().take();
}

std::optional<std::vector<std::string>> strings_of_json(std::string_view text) {
  std::vector<std::string> strings;
  JsonWalk walk(text);
  if (!walk.take('[')) return std::nullopt;
  if (walk.take(']')) return walk.at_end() ? std::optional(strings) : std::nullopt;
  do {
    if (!walk.string(&strings.emplace_back())) return std::nullopt;
  } while (walk.take(','));
  if (!walk.take(']') || !walk.at_end()) return std::nullopt;
  return strings;
}

}  // namespace tsg
