// SPDX-License-Identifier: MIT
#include "renderers/graph_text.h"

#include "engine/text/utf8.h"
#include "renderers/display_width.h"

namespace tsg {

namespace {

constexpr std::string_view narrow = "iljtfrI.,:;'|!()[]/ ";
constexpr std::string_view wide = "mwMW@%";
constexpr std::string_view ellipsis = "…";

// In parts of the font size.
double share_of(char c) {
  if (narrow.find(c) != std::string_view::npos) return 0.4;
  if (wide.find(c) != std::string_view::npos) return 1.0;
  return c >= 'A' && c <= 'Z' ? 0.76 : 0.62;
}

// The longest beginning of `text` that fits, in whole characters; at least one.
std::size_t fitting(std::string_view text, double font_size, double width) {
  std::size_t end = fitting_bytes(text, 1);
  while (end < text.size()) {
    const std::size_t next = end + fitting_bytes(text.substr(end), 1);
    if (text_width(text.substr(0, next), font_size) > width) break;
    end = next;
  }
  return end;
}

// Where the line breaks when more follows: behind its last blank, hyphen or slash.
std::size_t break_of(std::string_view text, std::size_t fits) {
  if (fits == text.size() || text[fits] == ' ') return fits;
  const std::size_t last = text.substr(0, fits).find_last_of(" -/");
  return last == std::string_view::npos || last == 0 ? fits : last + 1;
}

std::string without_blank_end(std::string_view line) {
  while (line.ends_with(' ')) line.remove_suffix(1);
  return std::string(line);
}

std::string shortened(std::string_view text, double font_size, double width) {
  const double room = width - text_width(ellipsis, font_size);
  return std::string(text.substr(0, fitting(text, font_size, room))) + std::string(ellipsis);
}

}  // namespace

double text_width(std::string_view text, double font_size) {
  double shares = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = decode_utf8(text, at).size;
    const std::string_view character = text.substr(at, size);
    shares += size == 1 ? share_of(character[0]) : 0.8 * static_cast<double>(display_width(character));
    at += size;
  }
  return shares * font_size;
}

std::vector<std::string> wrapped_text(std::string_view text, double font_size, double width,
                                      std::size_t most) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const bool last = lines.size() + 1 == most;
    if (last && text_width(text, font_size) > width) {
      lines.push_back(shortened(text, font_size, width));
      break;
    }
    const std::size_t end = break_of(text, fitting(text, font_size, width));
    lines.push_back(without_blank_end(text.substr(0, end)));
    text.remove_prefix(end);
    while (text.starts_with(' ')) text.remove_prefix(1);
  }
  return lines;
}

}  // namespace tsg
