// SPDX-License-Identifier: MIT
// JSON Lines: a stream of bytes split into documents, one a line, in bounded memory.
//
//   JsonLines lines;
//   while (bytes came) {
//     lines.feed(bytes);
//     while (lines.take(chunk, 64)) ...chunk.lines, chunk.text(line)
//   }
//   lines.finish();
//   while (lines.take(chunk, 64)) ...
//
// A line ends with LF or CR LF; the last one may end with the stream. Blank lines are counted and passed
// over, and so is a byte order mark at the start. Of a line over the limit nothing is kept but its number,
// and the next one goes on. How the stream is cut into feeds never matters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/limits.h"

namespace tsg {

struct JsonLine {
  enum class Size : std::uint8_t { Fits, TooLong };
  std::uint64_t number = 0;  // from 1; blank lines count
  std::size_t begin = 0;     // of its bytes in the chunk
  std::size_t bytes = 0;     // without the line end; 0 when it is too long
  Size size = Size::Fits;
};

struct JsonLinesChunk {
  std::string bytes = {};
  std::vector<JsonLine> lines = {};
  // Holds until the chunk changes.
  std::string_view text(const JsonLine& line) const {
    return std::string_view(bytes).substr(line.begin, line.bytes);
  }
};

class JsonLines {
 public:
  explicit JsonLines(std::size_t most_line_bytes = limits::facts_bytes) : most_line_bytes_(most_line_bytes) {}

  void feed(std::string_view bytes);
  // The stream is at its end: what stands behind the last line end is a line.
  void finish();
  // Replaces `chunk` by the next lines, at most `most_lines`. False: there is none until more is fed.
  bool take(JsonLinesChunk& chunk, std::size_t most_lines);
  // What waits for its line end, or to be taken.
  std::size_t kept_bytes() const { return buffer_.size() - taken_; }

 private:
  void add_line(JsonLinesChunk& chunk, std::string_view line);
  void add_too_long(JsonLinesChunk& chunk);
  void drop_taken();

  std::size_t most_line_bytes_;
  std::string buffer_ = {};   // what was fed and not taken
  std::size_t taken_ = 0;     // bytes of the buffer that are done with
  std::size_t looked_ = 0;    // bytes of the buffer known to hold no line end from `taken_` on
  std::uint64_t number_ = 1;  // of the line that begins at `taken_`
  bool finished_ = false;
  bool skipping_ = false;  // the rest of a line that is too long
};

}  // namespace tsg
