// SPDX-License-Identifier: MIT
#include <algorithm>

#include "renderers/escape_markdown.h"
#include "renderers/markdown_plain.h"

namespace tsg {

namespace {

constexpr std::string_view joiner = "\u2060";

// Markdown takes one blank off each end of a code span that has other text.
bool would_be_stripped(std::string_view text) {
  return text.starts_with(' ') && text.ends_with(' ') &&
         text.find_first_not_of(' ') != std::string_view::npos;
}

// A backslash of the value must not become the one that a `|` gets.
void append_in_row(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '|') out += out.ends_with('\\') ? "\u2060\\" : "\\";
    out += c;
  }
}

}  // namespace

void append_markdown_code(std::string& out, std::string_view value, CodePlace place) {
  const std::string text = one_line(value);
  if (text.empty()) out += joiner;
  switch (place) {
    case CodePlace::Text:
      out += text;
      return;
    case CodePlace::TableRow:
      append_in_row(out, text);
      return;
  }
}

void append_markdown_code_block(std::string& out, std::string_view value) {
  out += plain_lines(value);
}

std::string backtick_fence(std::string_view code, std::size_t least) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : code) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return std::string(std::max(least, longest + 1), '`');
}

std::string markdown_code(std::string_view value) {
  const std::string text = one_line(value);
  const std::string fence = backtick_fence(text, 1);
  const bool padded = text.starts_with('`') || text.ends_with('`') || would_be_stripped(text);
  std::string out = fence;
  if (padded) out += ' ';
  out += text.empty() ? std::string(joiner) : text;
  if (padded) out += ' ';
  return out + fence;
}

}  // namespace tsg
