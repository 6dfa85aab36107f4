// SPDX-License-Identifier: MIT
#include "engine/model/segment.h"

#include "engine/text/ascii.h"

namespace tsg {

std::string_view default_words(std::string_view default_text) {
  const std::string_view words = ascii_trimmed(default_text);
  const bool bracketed = words.size() > 2 && words.front() == '[' && words.back() == ']';
  return bracketed ? words.substr(1, words.size() - 2) : words;
}

}  // namespace tsg
