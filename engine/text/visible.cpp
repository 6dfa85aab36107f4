// SPDX-License-Identifier: MIT
#include "engine/text/visible.h"

#include <fmt/format.h>

#include <iterator>

#include "engine/text/utf8.h"

namespace tsg {

namespace {

// Characters that reorder, hide or break text (Unicode 15: Bidi_Control, default ignorables, separators).
bool deceptive(std::uint32_t c) {
  return c == 0x00AD || c == 0x061C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF);
}

bool control(std::uint32_t c, LineBreaks line_breaks) {
  if (c == '\t') return false;
  if (c == '\n') return line_breaks == LineBreaks::Show;
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

}  // namespace

std::string visible(std::string_view text, LineBreaks line_breaks) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter character = decode_utf8(text, at);
    const std::uint32_t c = character.code_point;
    if (!character.valid) {
      fmt::format_to(std::back_inserter(shown), "\\x{:02X}", static_cast<unsigned char>(text[at]));
    } else if (control(c, line_breaks)) {
      fmt::format_to(std::back_inserter(shown), "\\x{:02X}", c);
    } else if (deceptive(c)) {
      fmt::format_to(std::back_inserter(shown), "\\u{{{:04X}}}", c);
    } else {
      shown.append(text.substr(at, character.size));
    }
    at += character.size;
  }
  return shown;
}

}  // namespace tsg
