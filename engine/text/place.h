// SPDX-License-Identifier: MIT
// Places in a source file: what every message points at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace tsg {

// A half-open byte range [begin, end) of a file as it lies on the disk (BOM included, before any decoding).
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const ByteRange&) const = default;
};

// A place in a file. `line` and `column` are 1-based; lines are counted by LF, columns by UTF-8 characters.
// `line` 0 means "the file as a whole".
struct Place {
  std::string file = {};
  ByteRange range = {};
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  bool operator==(const Place&) const = default;
};

}  // namespace tsg
