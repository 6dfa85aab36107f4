// SPDX-License-Identifier: MIT
#include "engine/loader/json_lines.h"

#include <catch2/catch.hpp>

#include <fmt/format.h>

using namespace tsg;

namespace {

constexpr std::size_t most_bytes = 8;

void take_all(JsonLines& lines, std::size_t most_lines, std::vector<std::string>& taken) {
  JsonLinesChunk chunk;
  while (lines.take(chunk, most_lines)) {
    REQUIRE(chunk.lines.size() <= most_lines);
    for (const JsonLine& line : chunk.lines) {
      const bool fits = line.size == JsonLine::Size::Fits;
      taken.push_back(fmt::format("{}:{}", line.number, fits ? chunk.text(line) : "too long"));
    }
  }
}

// The lines of `pieces`, fed one after another.
std::vector<std::string> split(const std::vector<std::string_view>& pieces, std::size_t most_lines) {
  JsonLines lines(most_bytes);
  std::vector<std::string> taken;
  for (const std::string_view piece : pieces) {
    lines.feed(piece);
    take_all(lines, most_lines, taken);
  }
  lines.finish();
  take_all(lines, most_lines, taken);
  return taken;
}

struct Row {
  std::string stream;
  std::vector<std::string> lines;
};

const std::vector<Row> rows = {
    {"", {}},
    {"\n", {}},
    {"{}", {"1:{}"}},
    {"{}\n", {"1:{}"}},
    {"{}\n\n \t\r\n[]", {"1:{}", "4:[]"}},
    {"{}\r\n[]\r\n", {"1:{}", "2:[]"}},
    {"\xEF\xBB\xBF{}\n1", {"1:{}", "2:1"}},
    {"\xEF\xBB\xBF\n1", {"2:1"}},
    {"a\n\xEF\xBB\xBF", {"1:a", "2:\xEF\xBB\xBF"}},
    {"a\rb\n", {"1:a\rb"}},
    {"12345678\n", {"1:12345678"}},
    {"12345678\r\n1", {"1:12345678", "2:1"}},
    {"\xEF\xBB\xBF"
     "12345678\r\n1",
     {"1:12345678", "2:1"}},
    {"123456789\n1", {"1:too long", "2:1"}},
    {"1234567890123456\n\n1\n", {"1:too long", "3:1"}},
    {"1\n12345678901234567890", {"1:1", "2:too long"}},
    {"123456789012345678901234\n1234567890123456789012345\n1", {"1:too long", "2:too long", "3:1"}},
    {"                        \n1", {"1:too long", "2:1"}},
    {std::string("\0\n1", 3), {std::string("1:\0", 3), "2:1"}},
};

}  // namespace

TEST_CASE("a stream is split at its line ends") {
  for (const Row& row : rows) {
    CAPTURE(row.stream);
    CHECK(split({row.stream}, 64) == row.lines);
  }
}

TEST_CASE("how a stream is cut into pieces and chunks does not matter") {
  for (const Row& row : rows) {
    const std::string_view stream = row.stream;
    for (std::size_t most_lines = 1; most_lines <= 3; ++most_lines) {
      for (std::size_t first = 0; first <= stream.size(); ++first) {
        for (std::size_t second = first; second <= stream.size(); ++second) {
          const std::vector<std::string_view> pieces = {
              stream.substr(0, first), stream.substr(first, second - first), stream.substr(second)};
          if (split(pieces, most_lines) != row.lines) FAIL(fmt::format("cut at {} and {}", first, second));
        }
      }
      std::vector<std::string_view> bytes;
      for (std::size_t at = 0; at < stream.size(); ++at) bytes.push_back(stream.substr(at, 1));
      CHECK(split(bytes, most_lines) == row.lines);
    }
  }
}

TEST_CASE("a line that never ends is not kept") {
  JsonLines lines(most_bytes);
  JsonLinesChunk chunk;
  const std::string piece(1000, ' ');
  std::size_t told = 0;
  for (int i = 0; i < 1000; ++i) {
    lines.feed(piece);
    while (lines.take(chunk, 64)) told += chunk.lines.size();
    REQUIRE(lines.kept_bytes() <= most_bytes);
  }
  CHECK(told == 1);
}
