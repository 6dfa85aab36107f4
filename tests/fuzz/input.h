// SPDX-License-Identifier: MIT
// Bytes as the parts a target needs. Parts are told apart by a record separator (0x1E), which no format of
// tsg uses, so that corpus files stay readable and a mutation of one part leaves the others alone.
#pragma once

#include <string_view>
#include <vector>

#include "tests/fuzz/target.h"

namespace tsg::fuzz {

inline std::string_view text_of(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// At least one part, at most `most`; the last one takes what is left.
inline std::vector<std::string_view> parts_of(std::string_view text, std::size_t most) {
  std::vector<std::string_view> parts;
  while (parts.size() + 1 < most) {
    const std::size_t end = text.find('\x1E');
    if (end == std::string_view::npos) break;
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.push_back(text);
  return parts;
}

// The first byte chooses one of `count` cases, by digits from '0' in readable corpus files.
inline std::size_t choose(std::string_view& text, std::size_t count) {
  if (text.empty()) return 0;
  const auto first = static_cast<unsigned char>(text.front());
  text.remove_prefix(1);
  return (first + count * 16 - '0') % count;
}

}  // namespace tsg::fuzz
