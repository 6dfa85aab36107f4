// SPDX-License-Identifier: MIT
// Just enough of an HTML tokenizer to see which tags and attributes a fragment has.
#pragma once

#include <string>
#include <string_view>

namespace tsg::test {

struct HtmlShape {
  std::string tags = {};  // "<p class><bdi></bdi></p>": names and attribute names
  std::string text = {};  // between the tags, entities resolved
};

inline std::string unescaped(std::string_view text) {
  static constexpr std::pair<std::string_view, char> entities[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t taken = 1;
    char c = text[at];
    for (const auto& [entity, meaning] : entities) {
      if (!text.substr(at).starts_with(entity)) continue;
      taken = entity.size();
      c = meaning;
    }
    out += c;
    at += taken;
  }
  return out;
}

// The tag without the values of its attributes, as a browser would read them.
inline std::string tag_shape(std::string_view tag) {
  std::string shape;
  char quote = 0;
  for (const char c : tag) {
    if (quote == 0) shape += c;
    if (quote != 0 && c == quote) {
      quote = 0;
    } else if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    }
  }
  return shape;
}

inline std::size_t tag_length(std::string_view html, std::size_t begin) {
  char quote = 0;
  for (std::size_t at = begin; at < html.size(); ++at) {
    const char c = html[at];
    if (quote == 0 && c == '>') return at + 1 - begin;
    if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == quote) {
      quote = 0;
    }
  }
  return html.size() - begin;
}

inline HtmlShape html_shape(std::string_view html) {
  HtmlShape shape;
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] != '<') {
      text += html[at++];
      continue;
    }
    const std::size_t length = tag_length(html, at);
    shape.tags += tag_shape(html.substr(at, length));
    at += length;
  }
  shape.text = unescaped(text);
  return shape;
}

}  // namespace tsg::test
