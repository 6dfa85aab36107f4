// SPDX-License-Identifier: MIT
#include "renderers/escape_terminal.h"

#include <fmt/format.h>

#include <cstdint>
#include <iterator>

#include "engine/text/utf8.h"

namespace tsg {

namespace {

struct Range {
  std::uint32_t first;
  std::uint32_t last;
};

// Bidirectional controls and characters without width that no script needs (Unicode 15, Default_Ignorable).
constexpr Range hidden[] = {{0xAD, 0xAD},       {0x34F, 0x34F},    {0x61C, 0x61C},   {0x115F, 0x1160},
                            {0x17B4, 0x17B5},   {0x180B, 0x180F},  {0x200B, 0x200B}, {0x200E, 0x200F},
                            {0x2028, 0x202E},   {0x2060, 0x206F},  {0x3164, 0x3164}, {0xFE00, 0xFE0D},
                            {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},  {0xFFF0, 0xFFFB}, {0x1BCA0, 0x1BCA3},
                            {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}};

bool is_hidden(std::uint32_t c) {
  for (const Range& range : hidden) {
    if (c >= range.first && c <= range.last) return true;
  }
  return false;
}

bool joins(std::uint32_t c) {
  return c == 0x200C || c == 0x200D || c == 0xFE0E || c == 0xFE0F;
}

enum class LineEnds : std::uint8_t { Keep, Space, Escape };

class Writer {
 public:
  Writer(std::string& out, LineEnds line_ends) : out_(out), line_ends_(line_ends) {}

  void append(std::string_view value) {
    for (std::size_t at = 0; at < value.size();) {
      const DecodedCharacter character = decode_utf8(value, at);
      const std::string_view bytes = value.substr(at, character.size);
      const bool before_line_feed = bytes == "\r" && value.substr(at + 1, 1) == "\n";
      if (!character.valid) {
        append_code("\\x{:02x}", static_cast<unsigned char>(value[at]));
      } else if (!before_line_feed || line_ends_ == LineEnds::Escape) {
        append_character(character.code_point, bytes);
      }
      at += character.size;
    }
  }

 private:
  void append_character(std::uint32_t c, std::string_view bytes) {
    const bool taken = joins(c) && can_join_;
    can_join_ = c >= 0xA0 && !joins(c);
    if (c == '\n' || c == '\t') return append_blank(static_cast<char>(c));
    if (c == '\\' && line_ends_ == LineEnds::Escape) {
      out_ += "\\\\";
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
      append_code("\\x{:02x}", c);
    } else if (is_hidden(c) || (joins(c) && !taken)) {
      append_code("\\u{{{:x}}}", c);
    } else {
      out_ += bytes;
    }
  }

  void append_blank(char c) {
    switch (line_ends_) {
      case LineEnds::Keep:
        out_ += c;
        return;
      case LineEnds::Space:
        out_ += ' ';
        return;
      case LineEnds::Escape:
        out_ += c == '\n' ? "\\n" : "\\t";
        return;
    }
  }

  void append_code(fmt::string_view format, std::uint32_t code) {
    fmt::vformat_to(std::back_inserter(out_), format, fmt::make_format_args(code));
    can_join_ = false;
  }

  std::string& out_;
  LineEnds line_ends_;
  bool can_join_ = false;
};

}  // namespace

void append_terminal(std::string& out, std::string_view value) {
  Writer(out, LineEnds::Keep).append(value);
}

void append_terminal_line(std::string& out, std::string_view value) {
  Writer(out, LineEnds::Space).append(value);
}

void append_log(std::string& out, std::string_view value) {
  Writer(out, LineEnds::Escape).append(value);
}

}  // namespace tsg
