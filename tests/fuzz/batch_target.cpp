// SPDX-License-Identifier: MIT
// A stream of JSON Lines, cut anywhere, against splitting the whole text at once. The first part is three
// numbers: the most bytes of a line, the most lines of a chunk, and the bytes of a feed; the rest is the
// stream.
#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "engine/loader/json_lines.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/property.h"

namespace tsg::fuzz {

namespace {

struct Shape {
  std::size_t line_bytes = 0;
  std::size_t chunk_lines = 0;
  std::size_t feed_bytes = 0;
};

struct Line {
  std::uint64_t number = 0;
  std::string text = {};
  bool too_long = false;
  bool operator==(const Line&) const = default;
};

std::size_t take_number(std::string_view& text, std::size_t most) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  if (!text.empty()) text.remove_prefix(1);
  return error == std::errc() ? number % most : 0;
}

std::vector<Line> split_at_once(std::string_view text, std::size_t line_bytes) {
  std::vector<Line> lines;
  for (std::uint64_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (number == 1 && line.substr(0, 3) == "\xEF\xBB\xBF") line.remove_prefix(3);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.size() > line_bytes) {
      lines.push_back({number, "", true});
    } else if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
      lines.push_back({number, std::string(line), false});
    }
  }
  return lines;
}

void take_all(JsonLines& reader, const Shape& shape, std::vector<Line>& lines) {
  JsonLinesChunk chunk;
  while (reader.take(chunk, shape.chunk_lines)) {
    require(chunk.lines.size() <= shape.chunk_lines, "a chunk holds no more lines than were asked for");
    for (const JsonLine& line : chunk.lines) {
      lines.push_back({line.number, std::string(chunk.text(line)), line.size == JsonLine::Size::TooLong});
    }
  }
  constexpr std::size_t mark_and_return = 4;
  require(reader.kept_bytes() <= shape.line_bytes + mark_and_return,
          "what waits is bounded by the longest line");
}

}  // namespace

void fuzz_batch(Bytes bytes) {
  std::vector<std::string_view> parts = parts_of(text_of(bytes), 2);
  const std::string_view stream = parts.back();
  const Shape shape{take_number(parts[0], 100), 1 + take_number(parts[0], 9), 1 + take_number(parts[0], 300)};
  JsonLines reader(shape.line_bytes);
  std::vector<Line> lines;
  for (std::size_t at = 0; at < stream.size(); at += shape.feed_bytes) {
    reader.feed(stream.substr(at, shape.feed_bytes));
    take_all(reader, shape, lines);
  }
  reader.finish();
  take_all(reader, shape, lines);
  require(lines == split_at_once(stream, shape.line_bytes), "a stream is split as its whole text is");
}

}  // namespace tsg::fuzz
