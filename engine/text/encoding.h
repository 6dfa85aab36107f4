// SPDX-License-Identifier: MIT
// Text that went through the wrong decoder: Windows-1252 files, and UTF-8 that was read as Windows-1252 (or
// Latin-1) and written as UTF-8 again, so that a no-break space C2 A0 became C3 82 C2 A0.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/text/place.h"

namespace tsg {

// A text made from another, with the way back. `steps` are {offset in text, offset in the source}, sorted;
// from one step to the next both advance alike, and before the first they are equal.
struct Transcoded {
  std::string text = {};
  std::vector<std::pair<std::size_t, std::size_t>> steps = {};
  bool operator==(const Transcoded&) const = default;
};

// Windows-1252 as UTF-8. The five bytes it leaves open (81 8D 8F 90 9D) become the C1 controls of the same
// number, as the WHATWG encoding standard has it.
Transcoded from_windows1252(std::string_view bytes);

// A run of doubly encoded characters, and what they were meant to be.
struct DoubleEncoding {
  ByteRange range = {};
  std::string repaired = {};
  bool operator==(const DoubleEncoding&) const = default;
};

// The runs of doubly encoded characters in UTF-8 text, in order. A single pair such as `Ü` and a closing
// quote, which a German sentence can hold, is not taken for one; what `Â` or `Ã` begins is. Linear in the
// text's size.
std::vector<DoubleEncoding> find_double_encoding(std::string_view utf8);

// `utf8` with those runs replaced by what was meant.
Transcoded repair_double_encoding(std::string_view utf8);

}  // namespace tsg
