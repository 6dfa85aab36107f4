// SPDX-License-Identifier: MIT
#include "engine/markdown/markdown_escape.h"

#include <algorithm>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

bool word_character(char c) {
  return ascii_alpha(c) || ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

char at_or_blank(std::string_view text, std::size_t at) {
  return at < text.size() ? text[at] : ' ';
}

bool begins_entity(std::string_view text, std::size_t at) {
  const char next = at_or_blank(text, at + 1);
  return text[at] == '&' && (next == '#' || ascii_alpha(next));
}

bool inside_word(std::string_view text, std::size_t at) {
  return at > 0 && word_character(text[at - 1]) && word_character(at_or_blank(text, at + 1));
}

// What would begin a block at the begin of a line; gives how much of `text` was written.
std::size_t escape_line_begin(std::string_view text, std::string& out) {
  if (text.empty()) return 0;
  if (text[0] == ' ' || text[0] == '\t') {
    out += text[0] == ' ' ? "&#32;" : "&#9;";
    return 1;
  }
  if (std::string_view("#+-=>|:~").find(text[0]) != std::string_view::npos) {
    out += {'\\', text[0]};
    return 1;
  }
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits == 0 || digits == text.size() || (text[digits] != '.' && text[digits] != ')')) return 0;
  out += text.substr(0, digits);
  out += {'\\', text[digits]};
  return digits + 1;
}

void escape_character(std::string_view text, std::size_t at, std::string& out) {
  const char c = text[at];
  switch (c) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
    case '~':
      out += {'\\', c};
      return;
    case '_':
      out += inside_word(text, at) ? "_" : "\\_";
      return;
    case '&':
      out += begins_entity(text, at) ? "&amp;" : "&";
      return;
    case '\n':
      out += "&#10;";
      return;
    case '\r':
      out += "&#13;";
      return;
    default:
      out += c;
  }
}

}  // namespace

std::string escaped_markdown(std::string_view text, LinePosition position) {
  std::string out;
  out.reserve(text.size() + 8);
  for (std::size_t at = position == LinePosition::Begin ? escape_line_begin(text, out) : 0; at < text.size();
       ++at) {
    escape_character(text, at, out);
  }
  return out;
}

std::string escaped_destination(std::string_view url) {
  const bool plain = !url.empty() && url.find_first_of(" ()<>\\\t\r\n") == std::string_view::npos;
  std::string out = plain ? "" : "<";
  for (std::size_t at = 0; at < url.size(); ++at) {
    if (url[at] == '<' || url[at] == '>' || url[at] == '\\') out += '\\';
    out += begins_entity(url, at) ? "&amp;" : std::string(1, url[at]);
  }
  return plain ? out : out + ">";
}

std::string escaped_title(std::string_view title) {
  std::string out;
  for (std::size_t at = 0; at < title.size(); ++at) {
    if (title[at] == '"' || title[at] == '\\') out += '\\';
    if (title[at] == '\n' || title[at] == '\r') {
      out += ' ';
    } else {
      out += begins_entity(title, at) ? "&amp;" : std::string(1, title[at]);
    }
  }
  return out;
}

std::size_t longest_backtick_run(std::string_view text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

}  // namespace tsg
