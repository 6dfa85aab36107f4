// SPDX-License-Identifier: MIT
#pragma once

#include <simdjson.h>

#include <new>
#include <string_view>

namespace tsg {

// What simdjson says of a text. That it had no memory says nothing of the text, and throws std::bad_alloc.
inline simdjson::error_code error_of_text(simdjson::error_code error) {
  if (error == simdjson::MEMALLOC) throw std::bad_alloc();
  return error;
}

// A copy of `text` that simdjson can read. Throws std::bad_alloc, where padded_string alone would be empty.
inline simdjson::padded_string padded_copy(std::string_view text) {
  simdjson::padded_string copy(text);
  if (copy.size() != text.size()) throw std::bad_alloc();
  return copy;
}

}  // namespace tsg
