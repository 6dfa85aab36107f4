// SPDX-License-Identifier: MIT
#include "engine/loader/json_value.h"

#include <charconv>

#include "engine/text/ascii.h"
#include "engine/text/utf8.h"

namespace tsg {

namespace {

std::string_view slice(std::string_view text, ByteRange range) {
  return text.substr(range.begin, range.end - range.begin);
}

std::string_view without_quotes(std::string_view written) {
  return written.starts_with('"') ? written.substr(1, written.size() - 2) : written;
}

std::uint32_t hexadecimal(std::string_view digits) {
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

// Appends what the escape at `at` stands for; gives the offset behind it. The reader has seen that it is one.
std::size_t append_escape(std::string& out, std::string_view text, std::size_t at) {
  constexpr std::string_view letters = "bfnrt";
  constexpr std::string_view meant = "\b\f\n\r\t";
  const char letter = text[at + 1];
  if (letter != 'u') {
    const std::size_t known = letters.find(letter);
    out += known == std::string_view::npos ? letter : meant[known];
    return at + 2;
  }
  std::uint32_t unit = hexadecimal(text.substr(at + 2, 4));
  at += 6;
  if (unit >= 0xD800 && unit <= 0xDBFF) {
    unit = 0x10000 + ((unit - 0xD800) << 10U) + (hexadecimal(text.substr(at + 2, 4)) - 0xDC00);
    at += 6;
  }
  append_utf8(out, unit);
  return at;
}

std::string decoded(std::string_view written, bool escapes) {
  const std::string_view inner = without_quotes(written);
  if (!escapes) return std::string(inner);
  std::string out;
  out.reserve(inner.size());
  std::size_t at = 0;
  while (at < inner.size()) {
    if (inner[at] == '\\') {
      at = append_escape(out, inner, at);
    } else {
      out += inner[at++];
    }
  }
  return out;
}

}  // namespace

JsonKind JsonValue::kind() const {
  return tree_ == nullptr ? JsonKind::Absent : tree_->nodes[node_].kind;
}

ByteRange JsonValue::range() const {
  return tree_ == nullptr ? ByteRange{} : tree_->nodes[node_].range;
}

ByteRange JsonValue::key_range() const {
  return tree_ == nullptr ? ByteRange{} : tree_->nodes[node_].key;
}

std::string_view JsonValue::written() const {
  return tree_ == nullptr ? std::string_view() : slice(tree_->text, range());
}

std::string JsonValue::key() const {
  return tree_ == nullptr ? std::string()
                          : decoded(slice(tree_->text, key_range()), tree_->nodes[node_].key_escapes);
}

std::string_view JsonValue::bare_key() const {
  return tree_ == nullptr ? std::string_view() : without_quotes(slice(tree_->text, key_range()));
}

bool JsonValue::key_escaped() const {
  return tree_ != nullptr && tree_->nodes[node_].key_escapes;
}

bool JsonValue::key_is(std::string_view name) const {
  return key_escaped() ? key() == name : bare_key() == name;
}

bool JsonValue::key_is_ignoring_case(std::string_view name) const {
  return key_escaped() ? equal_ignoring_case(key(), name) : equal_ignoring_case(bare_key(), name);
}

std::string JsonValue::text() const {
  return is(JsonKind::Text) ? decoded(written(), tree_->nodes[node_].escapes) : std::string();
}

std::optional<std::int64_t> JsonValue::integer() const {
  if (!is(JsonKind::Number)) return std::nullopt;
  const std::string_view digits = written();
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

// Looks at the nodes themselves: a form is read by asking each element for some twenty members.
template <typename Same>
std::uint32_t JsonValue::last_member(std::size_t size, Same same) const {
  if (!is(JsonKind::Object)) return 0;
  std::uint32_t found = 0;
  const std::uint32_t end = tree_->nodes[node_].next;
  for (std::uint32_t at = node_ + 1; at < end; at = tree_->nodes[at].next) {
    const JsonNode& node = tree_->nodes[at];
    const std::string_view key = without_quotes(slice(tree_->text, node.key));
    if (!node.key_escapes && key.size() != size) continue;
    if (node.key_escapes ? same(decoded(key, true)) : same(key)) found = at;
  }
  return found;
}

JsonValue JsonValue::member(std::string_view name) const {
  const std::uint32_t found = last_member(name.size(), [name](std::string_view key) { return key == name; });
  return found == 0 ? JsonValue() : JsonValue(*tree_, found);
}

JsonValue JsonValue::member_ignoring_case(std::string_view name) const {
  bool exact = false;
  const std::uint32_t found = last_member(name.size(), [name, &exact](std::string_view key) {
    if (key == name) return exact = true;
    return !exact && equal_ignoring_case(key, name);
  });
  return found == 0 ? JsonValue() : JsonValue(*tree_, found);
}

JsonChildren JsonValue::children() const {
  if (!is(JsonKind::Object) && !is(JsonKind::List)) return {};
  return {tree_, node_ + 1, tree_->nodes[node_].next};
}

}  // namespace tsg
