// SPDX-License-Identifier: MIT
#include "renderers/page_text.h"

#include <array>
#include <utility>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

// The only references that tsg's renderers and cmark-gfm write.
constexpr std::array<std::pair<std::string_view, char>, 5> references = {
    {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&#39;", '\''}}};

// Behind the element that begins at `at`, when its text is not shown.
std::size_t behind_hidden(std::string_view html, std::size_t at) {
  for (const std::string_view name : {"style", "head", "script"}) {
    if (!html.substr(at).starts_with("<" + std::string(name))) continue;
    const std::size_t end = html.find("</" + std::string(name), at);
    return end == std::string_view::npos ? html.size() : end;
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

}  // namespace

std::string page_text(std::string_view html) {
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '<') {
      at = behind_hidden(html, at);
      const std::size_t end = std::min(html.find('>', at), html.size() - 1);
      if (at < html.size() && parts_words(html.substr(at, end - at + 1))) append_character(text, ' ');
      at = end + 1;
      continue;
    }
    bool taken = false;
    for (const auto& [name, character] : references) {
      if (taken || !html.substr(at).starts_with(name)) continue;
      text += character;
      at += name.size();
      taken = true;
    }
    if (!taken) append_character(text, html[at++]);
  }
  return text;
}

}  // namespace tsg
