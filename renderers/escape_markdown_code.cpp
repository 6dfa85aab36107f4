// SPDX-License-Identifier: MIT
#include <algorithm>

#include "renderers/escape_markdown.h"
#include "renderers/markdown_plain.h"

namespace tsg {

namespace {

constexpr std::string_view joiner = "\u2060";

void append_times(std::string& out, std::size_t times, std::string_view text) {
  for (std::size_t i = 0; i < times; ++i) out += text;
}

std::size_t run_length(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find_first_not_of(text[at], at), text.size());
  return end - at;
}

std::size_t longest_backtick_run(std::string_view text) {
  std::size_t longest = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = run_length(text, at);
    if (text[at] == '`') longest = std::max(longest, length);
    at += length;
  }
  return longest;
}

// `text` with runs of backticks over `run` replaced.
std::string with_short_runs(std::string_view text, std::size_t run) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = run_length(text, at);
    if (text[at] == '`' && length > run) {
      append_times(kept, length, "\u02CB");
    } else {
      kept += text.substr(at, length);
    }
    at += length;
  }
  return kept;
}

bool touches(std::string_view left, std::string_view right) {
  return left.ends_with('`') && right.starts_with('`');
}

// Markdown takes one blank off each end of a code span that has other text.
bool would_be_stripped(std::string_view text) {
  return text.starts_with(' ') && text.ends_with(' ') &&
         text.find_first_not_of(' ') != std::string_view::npos;
}

void append_in_row(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '|') out += out.ends_with('\\') ? "\u2060\\" : "\\";
    out += c;
  }
}

// Quote marks and blanks that the current line begins with: a continued line must begin alike.
std::string line_prefix(std::string_view out) {
  const std::size_t newline = out.rfind('\n');
  const std::string_view line = newline == std::string_view::npos ? out : out.substr(newline + 1);
  return std::string(line.substr(0, std::min(line.find_first_not_of(" \t>"), line.size())));
}

// A line of code that begins with a ~~~ fence begins with U+02DC instead.
void append_without_tildes(std::string& out, std::string_view line) {
  const std::size_t at = line.find_first_not_of(" \t");
  const std::size_t length = at == std::string_view::npos || line[at] != '~' ? 0 : run_length(line, at);
  if (length < 3) {
    out += line;
    return;
  }
  out += line.substr(0, at);
  append_times(out, length, "\u02DC");
  out += line.substr(at + length);
}

}  // namespace

void append_markdown_code(std::string& out, std::string_view value, std::size_t run, CodePlace place,
                          std::string_view after) {
  const std::string text = with_short_runs(one_line(value), run);
  const bool padded = out.ends_with('`') && after.starts_with('`') && would_be_stripped(text);
  if (padded) out += ' ';
  if (text.empty() || touches(out, text)) out += joiner;
  switch (place) {
    case CodePlace::Text:
      out += text;
      break;
    case CodePlace::TableRow:
      append_in_row(out, text);
      break;
  }
  if (padded) out += ' ';
  if (touches(out, after) && !text.empty()) out += joiner;
}

void append_markdown_code_block(std::string& out, std::string_view value, std::size_t run,
                                std::string_view after) {
  const std::string text = with_short_runs(plain_lines(value), std::max<std::size_t>(run, 2));
  const std::string prefix = line_prefix(out);
  const bool blank_line = text.find_first_not_of(" \t\n") == std::string::npos;
  if (blank_line || touches(out, text)) out += joiner;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    append_without_tildes(out, std::string_view(text).substr(at, end - at));
    if (end < text.size()) out += '\n' + prefix;
    at = end + 1;
  }
  if (touches(out, after)) out += joiner;
}

std::string markdown_code(std::string_view value) {
  const std::string text = one_line(value);
  const std::string fence(longest_backtick_run(text) + 1, '`');
  const bool padded = text.starts_with('`') || text.ends_with('`') || would_be_stripped(text);
  std::string out = fence;
  if (padded) out += ' ';
  out += text.empty() ? std::string(joiner) : text;
  if (padded) out += ' ';
  return out + fence;
}

}  // namespace tsg
