// SPDX-License-Identifier: MIT
#include "engine/loader/json_locator.h"

#include "engine/loader/json_tokens.h"

namespace tsg {

namespace {

bool opens(JsonTokenKind kind) {
  return kind == JsonTokenKind::BeginObject || kind == JsonTokenKind::BeginArray;
}
bool closes(JsonTokenKind kind) {
  return kind == JsonTokenKind::EndObject || kind == JsonTokenKind::EndArray;
}
bool over(JsonTokenKind kind) {
  return kind == JsonTokenKind::End || kind == JsonTokenKind::Invalid;
}

// Behind the bracket that `tokens` has just opened: the first token of the child with that number.
JsonToken find_child(JsonTokens& tokens, std::uint32_t ordinal) {
  JsonToken token = tokens.next();
  std::uint32_t commas = 0;
  for (std::size_t depth = 0; commas < ordinal && !over(token.kind); token = tokens.next()) {
    if (opens(token.kind)) ++depth;
    if (closes(token.kind) && depth-- == 0) return token;
    if (token.kind == JsonTokenKind::Comma && depth == 0) ++commas;
  }
  return token;
}

}  // namespace

ByteRange locate_in_json(std::string_view text, std::span<const std::uint32_t> ordinals) {
  JsonTokens tokens(text);
  JsonToken at = tokens.next();
  ByteRange found = at.range;
  for (const std::uint32_t ordinal : ordinals) {
    const bool object = at.kind == JsonTokenKind::BeginObject;
    if (!opens(at.kind)) return {};
    at = find_child(tokens, ordinal);
    found = at.range;
    if (!object) continue;
    tokens.next();  // the colon
    at = tokens.next();
  }
  return found;
}

}  // namespace tsg
