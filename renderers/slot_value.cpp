// SPDX-License-Identifier: MIT
#include "renderers/slot_value.h"

#include "engine/text/ascii.h"

namespace tsg {

const Value* value_of(const FilledArticle& filled, std::size_t placeholder) {
  if (placeholder >= filled.values.size()) return nullptr;
  const Value& value = filled.values[placeholder].value;
  return std::holds_alternative<NoValue>(value) ? nullptr : &value;
}

std::string_view text_of(const Value& value, std::string& scratch) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  scratch = to_text(value);
  return scratch;
}

std::string_view default_words(std::string_view default_text) {
  const std::string_view words = ascii_trimmed(default_text);
  const bool bracketed = words.size() > 2 && words.front() == '[' && words.back() == ']';
  return bracketed ? words.substr(1, words.size() - 2) : words;
}

}  // namespace tsg
