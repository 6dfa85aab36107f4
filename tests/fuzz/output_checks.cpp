// SPDX-License-Identifier: MIT
#include "tests/fuzz/output_checks.h"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/diagnostics/text_form.h"
#include "engine/text/utf8.h"
#include "tests/fuzz/property.h"
#include "tests/renderers/html_tokens.h"

namespace tsg::fuzz {

namespace {

bool reorders(std::uint32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
}

bool is_void(std::string_view name) {
  static constexpr std::string_view names[] = {"br",   "hr",  "img", "input",   "meta",
                                               "link", "wbr", "col", "!doctype"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

std::string_view name_in(std::string_view tag) {
  const std::size_t end = tag.find_first_of(" \n/>");
  return tag.substr(0, end);
}

}  // namespace

void require_terminal_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter character = decode_utf8(text, at);
    const std::uint32_t c = character.code_point;
    const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
    require(character.valid && !control && !reorders(c), "terminal text holds no control and is UTF-8", text);
    at += character.size;
  }
}

void require_whole_html(std::string_view html) {
  std::vector<std::string_view> open;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    const std::size_t length = test::tag_length(html, at);
    const std::string_view tag = html.substr(at + 1, length - 1);
    require(!tag.empty() && tag.back() == '>' && tag.find('<') == std::string_view::npos,
            "HTML tags are whole", html);
    at += length;
    if (tag.front() != '/') {
      if (!is_void(name_in(tag))) open.push_back(name_in(tag));
      continue;
    }
    require(!open.empty() && open.back() == name_in(tag.substr(1)), "HTML elements close where they opened",
            html);
    open.pop_back();
  }
  require(open.empty(), "HTML elements are all closed", html);
}

void require_showable(const Diagnostics& diagnostics, std::string_view file, std::size_t file_bytes) {
  std::size_t left_to_show = 20;  // thousands of messages look alike, and showing them is most of the time
  for (const Diagnostic& each : diagnostics) {
    const ByteRange range = each.place.range;
    require(range.begin <= range.end, "a diagnostic's range begins before it ends", each.message);
    require(each.place.file != file || range.end <= file_bytes, "a diagnostic lies within its file",
            each.message);
    if (left_to_show == 0) continue;
    --left_to_show;
    require_terminal_text(to_text(each, Colour::Never));
  }
}

}  // namespace tsg::fuzz
