// SPDX-License-Identifier: MIT
#include "engine/diagnostics/text_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "engine/text/utf8.h"
#include "engine/text/visible.h"

namespace tsg {

namespace {

// A longer source line is cut to a window around the place.
constexpr std::size_t window_characters = 120;

std::string place_text(const Place& place) {
  if (place.line == 0) return visible(place.file);
  return fmt::format("{}:{}:{}", visible(place.file), place.line, place.column);
}

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "\033[1;31m";
    case Severity::Warning:
      return "\033[1;33m";
    case Severity::Info:
      return "\033[1;36m";
  }
  return "";
}

std::string painted(std::string_view text, std::string_view start, Colour colour) {
  if (colour == Colour::Never) return std::string(text);
  return fmt::format("{}{}\033[0m", start, text);
}

// The characters of a line, each already visible, TAB as one blank so that the caret stands under its
// character.
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  for (std::size_t at = 0; at < line.size();) {
    const DecodedCharacter character = decode_utf8(line, at);
    const std::string_view bytes = line.substr(at, character.size);
    cells.push_back(bytes == "\t" ? " " : visible(bytes));
    at += character.size;
  }
  return cells;
}

struct Excerpt {
  std::string line = {};
  std::string caret = {};
};

Excerpt excerpt_of(const Diagnostic& diagnostic) {
  const std::vector<std::string> cells = cells_of(diagnostic.source_line);
  const std::size_t column = std::min<std::size_t>(diagnostic.place.column - 1, cells.size());
  const std::size_t first = column > window_characters / 2 ? column - window_characters / 2 : 0;
  const std::size_t last = std::min(cells.size(), first + window_characters);
  std::size_t marked_bytes = diagnostic.place.range.end - diagnostic.place.range.begin;
  Excerpt excerpt;
  if (first > 0) {
    excerpt.line = "...";
    excerpt.caret = "   ";
  }
  for (std::size_t i = first; i < last; ++i) {
    excerpt.line += cells[i];
    if (i < column)
      excerpt.caret.append(cells[i].size() == 1 ? 1 : cells[i].front() == '\\' ? cells[i].size() : 1, ' ');
  }
  if (last < cells.size()) excerpt.line += "...";
  marked_bytes = std::clamp<std::size_t>(marked_bytes, 1, std::max<std::size_t>(last - column, 1));
  excerpt.caret.append(marked_bytes, '^');
  return excerpt;
}

void append_excerpt(std::string& out, const Diagnostic& diagnostic, Colour colour) {
  if (diagnostic.place.line == 0 || diagnostic.source_line.empty()) return;
  const Excerpt excerpt = excerpt_of(diagnostic);
  const std::string number = fmt::format("{}", diagnostic.place.line);
  const std::string margin(number.size(), ' ');
  fmt::format_to(std::back_inserter(out), " {} |\n {} | {}\n {} | {}\n", margin, number, excerpt.line, margin,
                 painted(excerpt.caret, colour_of(diagnostic.severity), colour));
}

}  // namespace

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Info:
      return "info";
  }
  return "";
}

std::string to_text(const Diagnostic& diagnostic, Colour colour) {
  const std::string label = fmt::format("{}[{}]", name_of(diagnostic.severity), diagnostic.code.id);
  std::string out = fmt::format("{}: {}\n", painted(label, colour_of(diagnostic.severity), colour),
                                visible(diagnostic.message));
  if (!diagnostic.place.file.empty()) out += fmt::format("  --> {}\n", place_text(diagnostic.place));
  append_excerpt(out, diagnostic, colour);
  for (const Note& note : diagnostic.notes) {
    out += fmt::format("note: {}", visible(note.message));
    if (!note.place.file.empty()) out += fmt::format(": {}", place_text(note.place));
    out += '\n';
  }
  if (!diagnostic.help.empty()) out += fmt::format("help: {}\n", visible(diagnostic.help));
  return out;
}

std::string count_text(const Diagnostics& diagnostics) {
  std::string text;
  for (const Severity severity : {Severity::Error, Severity::Warning}) {
    const auto count =
        std::count_if(diagnostics.begin(), diagnostics.end(),
                      [severity](const Diagnostic& each) { return each.severity == severity; });
    if (count == 0) continue;
    text +=
        fmt::format("{}{} {}{}", text.empty() ? "" : ", ", count, name_of(severity), count == 1 ? "" : "s");
  }
  return text;
}

}  // namespace tsg
