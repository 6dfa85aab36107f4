// SPDX-License-Identifier: MIT
#include "renderers/page_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

// The only references that tsg's renderers and cmark-gfm write.
constexpr std::array<std::pair<std::string_view, char>, 5> references = {
    {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&#39;", '\''}}};

struct HiddenElement {
  std::string_view opening = {};
  std::string_view closing = {};
};

constexpr std::array<HiddenElement, 3> hidden_elements = {
    {{"<style", "</style"}, {"<head", "</head"}, {"<script", "</script"}}};

// Behind the element that begins at `at`, when its text is not shown.
std::size_t behind_hidden(std::string_view html, std::size_t at) {
  for (const HiddenElement& each : hidden_elements) {
    if (!html.substr(at).starts_with(each.opening)) continue;
    return std::min(html.find(each.closing, at), html.size());
  }
  return at;
}

void append_character(std::string& text, char c) {
  if (!ascii_space(c)) {
    text += c;
  } else if (!text.empty() && text.back() != ' ') {
    text += ' ';
  }
}

// Inline elements do not part words; all others do.
bool parts_words(std::string_view tag) {
  for (const std::string_view name :
       {"a", "b", "bdi", "code", "em", "i", "mark", "span", "strong", "sub", "sup", "u", "del"}) {
    std::string_view rest = tag.substr(tag.starts_with("</") ? 2 : 1);
    if (!rest.starts_with(name)) continue;
    rest.remove_prefix(name.size());
    if (rest.empty() || rest.front() == ' ' || rest.front() == '>') return false;
  }
  return true;
}

// Takes the character that begins at `at`, which may be written as a reference; gives where the next one
// begins.
std::size_t take_character(std::string& text, std::string_view html, std::size_t at) {
  if (html[at] == '&') {
    for (const auto& [name, character] : references) {
      if (!html.substr(at).starts_with(name)) continue;
      text += character;
      return at + name.size();
    }
  }
  append_character(text, html[at]);
  return at + 1;
}

}  // namespace

std::string page_text(std::string_view html) {
  std::string text;
  text.reserve(html.size() / 2);
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] != '<') {
      at = take_character(text, html, at);
      continue;
    }
    at = behind_hidden(html, at);
    const std::size_t end = std::min(html.find('>', at), html.size() - 1);
    if (at < html.size() && parts_words(html.substr(at, end - at + 1))) append_character(text, ' ');
    at = end + 1;
  }
  return text;
}

}  // namespace tsg
