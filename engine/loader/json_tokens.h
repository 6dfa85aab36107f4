// SPDX-License-Identifier: MIT
// JSON cut into tokens with their places. simdjson says neither where a text goes wrong nor where a member
// stands; this slow reader does, and runs only when a message needs a place.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/text/place.h"

namespace tsg {

enum class JsonTokenKind : std::uint8_t {
  BeginObject,
  EndObject,
  BeginArray,
  EndArray,
  Comma,
  Colon,
  String,
  Number,
  Word,     // true, false, null
  End,      // of the text
  Invalid,  // `problem` says why
};

struct JsonToken {
  JsonTokenKind kind = JsonTokenKind::End;
  ByteRange range = {};
  std::string_view problem = {};  // of an Invalid token, a string literal
};

// Borrows `text`. After an Invalid token nothing more is to be asked.
class JsonTokens {
 public:
  explicit JsonTokens(std::string_view text) : text_(text) {}
  JsonToken next();

 private:
  JsonToken token(JsonTokenKind kind, std::size_t size);
  JsonToken invalid(std::size_t begin, std::size_t end, std::string_view problem);
  JsonToken string();
  // "" when the escape that begins at `at` is one; `at` is moved behind it.
  std::string_view take_escape(std::size_t& at) const;
  JsonToken number();
  JsonToken word();

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace tsg
