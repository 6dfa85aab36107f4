// SPDX-License-Identifier: MIT
#include "renderers/place_article.h"

#include <algorithm>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

// The end of the tag that begins at `begin`, behind its `>`; quoted `>` do not count.
std::size_t tag_end(std::string_view html, std::size_t begin) {
  bool quoted = false;
  for (std::size_t at = begin; at < html.size(); ++at) {
    if (html[at] == '"') quoted = !quoted;
    if (html[at] == '>' && !quoted) return at + 1;
  }
  return html.size();
}

struct Tag {
  bool closes = false;
  std::string_view name = {};
  std::string_view rest = {};  // attributes and ">"
};

Tag read_tag(std::string_view text) {
  Tag tag = {.closes = text.substr(1, 1) == "/"};
  const std::size_t begin = tag.closes ? 2 : 1;
  std::size_t end = begin;
  while (end < text.size() && (ascii_alpha(text[end]) || ascii_digit(text[end]))) ++end;
  tag.name = text.substr(begin, end - begin);
  tag.rest = text.substr(end);
  return tag;
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

void append_attributes(std::string& out, std::string_view rest, std::string_view id_prefix) {
  if (id_prefix.empty()) {
    out += rest;
    return;
  }
  for (std::size_t at = 0; at < rest.size();) {
    std::size_t taken = 1;
    for (const std::string_view attribute : {" id=\"", " href=\"#"}) {
      if (rest.substr(at).starts_with(attribute)) taken = attribute.size();
    }
    out += rest.substr(at, taken);
    if (taken > 1) out += id_prefix;
    at += taken;
  }
}

void append_tag(std::string& out, std::string_view text, const ArticlePlacement& placement) {
  const Tag tag = read_tag(text);
  const bool table = tag.name == "table";
  if (table && !tag.closes)
    out += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">";
  out += tag.closes ? "</" : "<";
  if (is_heading(tag.name)) {
    const int level = std::max(tag.name[1] - '0', 2) - 2 + placement.top_level;
    out += 'h';
    out += static_cast<char>('0' + std::min(level, 6));
  } else {
    out += tag.name;
  }
  if (tag.name == "pre" && !tag.closes) out += " tabindex=\"0\"";
  append_attributes(out, tag.rest, placement.id_prefix);
  if (table && tag.closes) out += "</div>";
}

}  // namespace

void place_article(std::string& out, std::string_view html, const ArticlePlacement& placement) {
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t begin = std::min(html.find('<', at), html.size());
    out += html.substr(at, begin - at);
    if (begin == html.size()) return;
    const std::size_t end = tag_end(html, begin);
    append_tag(out, html.substr(begin, end - begin), placement);
    at = end;
  }
}

}  // namespace tsg
