// SPDX-License-Identifier: MIT
// JSON cut into tokens with their places. simdjson says neither where a text goes wrong nor where a member
// stands; this reader does. It runs where a message needs a place, and over the JSON bodies of articles.
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
  Name,     // a word without quotes, such as a key: read only when lenient
  End,      // of the text
  Invalid,  // `problem` says why
};

// Lenient: a text may hold control characters as they are, and a word may stand without quotes.
enum class JsonReading : std::uint8_t { Strict, Lenient };

struct JsonToken {
  JsonTokenKind kind = JsonTokenKind::End;
  ByteRange range = {};
  std::string_view problem = {};  // of an Invalid token, a string literal
  bool escapes = false;           // of a String: it holds a backslash
  ByteRange controls = {};        // of a String: from its first control character to behind its last
};

// Borrows `text` and begins at the byte `from`. After an Invalid token nothing more is to be asked.
class JsonTokens {
 public:
  explicit JsonTokens(std::string_view text, JsonReading reading = JsonReading::Strict, std::size_t from = 0)
      : text_(text), at_(from), reading_(reading) {}
  JsonToken next();

 private:
  // Behind the bytes from `at` on that a text may hold and that need no look.
  std::size_t skip_plain(std::size_t at) const;
  JsonToken token(JsonTokenKind kind, std::size_t size);
  JsonToken invalid(std::size_t begin, std::size_t end, std::string_view problem);
  JsonToken string();
  // "" when the escape that begins at `at` is one; `at` is moved behind it.
  std::string_view take_escape(std::size_t& at) const;
  JsonToken number();
  JsonToken word();

  std::string_view text_;
  std::size_t at_ = 0;
  JsonReading reading_ = JsonReading::Strict;
};

}  // namespace tsg
