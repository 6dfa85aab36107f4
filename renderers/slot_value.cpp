// SPDX-License-Identifier: MIT
#include "renderers/slot_value.h"

#include <fmt/format.h>

#include "engine/model/limits.h"

namespace tsg {

const Value* value_of(const FilledArticle& filled, std::size_t placeholder) {
  if (placeholder >= filled.values.size()) return nullptr;
  const Value& value = filled.values[placeholder].value;
  return std::holds_alternative<NoValue>(value) ? nullptr : &value;
}

namespace {

constexpr bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::string cut_with_mark(std::string_view text) {
  std::size_t end = limits::shown_value_bytes;
  constexpr std::size_t longest_tail = 3;
  for (std::size_t i = 0; i < longest_tail && continues_character(text[end]); ++i) --end;
  return fmt::format("{}\u2026 [cut: {} of {} bytes]", text.substr(0, end), end, text.size());
}

}  // namespace

std::string_view shown_text(const Value& value, std::string& scratch) {
  const auto* own = std::get_if<std::string>(&value);
  if (own != nullptr && own->size() <= limits::shown_value_bytes) return *own;
  scratch = own != nullptr ? cut_with_mark(*own) : to_text(value);
  if (own == nullptr && scratch.size() > limits::shown_value_bytes) scratch = cut_with_mark(scratch);
  return scratch;
}

std::string shown_text(const Value& value) {
  std::string scratch;
  return std::string(shown_text(value, scratch));
}

}  // namespace tsg
