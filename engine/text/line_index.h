// SPDX-License-Identifier: MIT
// Byte offsets of a text to lines and columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tsg {

struct LineColumn {
  std::uint32_t line = 1;    // 1-based, counted by LF
  std::uint32_t column = 1;  // 1-based, counted in UTF-8 characters
  bool operator==(const LineColumn&) const = default;
};

// Borrows `text`, which must outlive the index. An offset past the end means the end.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  LineColumn at(std::size_t offset) const;
  std::uint32_t line_of(std::size_t offset) const;
  // The text of a line without its line end; empty for a line that is not there.
  std::string_view line_text(std::uint32_t line) const;
  std::size_t line_start(std::uint32_t line) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;  // offset of the first byte of each line
};

}  // namespace tsg
