// SPDX-License-Identifier: MIT
#include "renderers/site/html_places.h"

#include <algorithm>
#include <array>
#include <optional>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

struct Tag {
  std::string_view text = {};  // from `<` to behind `>`
  std::size_t begin = 0;
  bool is(std::string_view name) const {
    return text.substr(1).starts_with(name) && text.size() > name.size() + 1 &&
           (text[name.size() + 1] == ' ' || text[name.size() + 1] == '>');
  }
};

// The next tag at or behind `at`.
std::optional<Tag> next_tag(std::string_view html, std::size_t at) {
  const std::size_t begin = html.find('<', at);
  if (begin == std::string_view::npos) return std::nullopt;
  bool quoted = false;
  for (std::size_t end = begin; end < html.size(); ++end) {
    if (html[end] == '"') quoted = !quoted;
    if (html[end] == '>' && !quoted) return Tag{html.substr(begin, end + 1 - begin), begin};
  }
  return std::nullopt;
}

// The range of an attribute's value within the HTML; `name` is like ` href="`.
std::optional<ByteRange> attribute(const Tag& tag, std::string_view name) {
  const std::size_t at = tag.text.find(name);
  if (at == std::string_view::npos) return std::nullopt;
  const std::size_t begin = at + name.size();
  const std::size_t end = tag.text.find('"', begin);
  if (end == std::string_view::npos) return std::nullopt;
  return ByteRange{tag.begin + begin, tag.begin + end};
}

std::string_view slice(std::string_view html, ByteRange range) {
  return html.substr(range.begin, range.end - range.begin);
}

bool has_scheme(std::string_view address) {
  const std::size_t end = address.find_first_of(":/?#");
  return end != std::string_view::npos && address[end] == ':';
}

bool opens_heading(const Tag& tag) {
  return tag.text.size() > 3 && tag.text[1] == 'h' && tag.text[2] >= '1' && tag.text[2] <= '6';
}

// Text and character references up to the heading's end.
std::string words_of_heading(std::string_view html, std::size_t at) {
  std::string words;
  while (true) {
    const auto tag = next_tag(html, at);
    if (!tag) return words;
    words += html.substr(at, tag->begin - at);
    if (tag->text.starts_with("</h")) return words;
    at = tag->begin + tag->text.size();
  }
}

void note_link(std::string_view html, const Tag& tag, std::string_view name, bool picture,
               HtmlPlaces& places) {
  const auto range = attribute(tag, name);
  if (!range || has_scheme(slice(html, *range))) return;
  places.links.push_back({*range, unescaped(slice(html, *range)), picture});
}

std::string link_to_picture(std::string_view html, const Tag& tag, ByteRange source) {
  const auto words = attribute(tag, " alt=\"");
  std::string link = "<a class=\"picture\" href=\"";
  link.append(slice(html, source)).append("\">Picture");
  if (words && words->begin != words->end) link.append(": ").append(slice(html, *words));
  return link + "</a>";
}

void append_unescaped(std::string& out, std::string_view text) {
  struct Reference {
    std::string_view name = {};
    char character = 0;
  };
  constexpr std::array<Reference, 6> references = {
      {{"&amp;", '&'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&#x27;", '\''}, {"&lt;", '<'}, {"&gt;", '>'}}};
  while (true) {
    const std::size_t plain = text.find('&');
    out += text.substr(0, plain);
    if (plain == std::string_view::npos) return;
    text.remove_prefix(plain);
    const auto found = std::find_if(references.begin(), references.end(),
                                    [text](const Reference& each) { return text.starts_with(each.name); });
    out += found == references.end() ? '&' : found->character;
    text.remove_prefix(found == references.end() ? 1 : found->name.size());
  }
}

// Tags that end a line of plain text.
bool is_block(std::string_view tag) {
  constexpr std::array<std::string_view, 12> inlines = {"a", "b",   "bdi", "code", "del",    "em",
                                                        "i", "kbd", "s",   "span", "strong", "sub"};
  const std::size_t begin = tag.starts_with("</") ? 2 : 1;
  const std::string_view name = tag.substr(begin, tag.find_first_of(" />", begin) - begin);
  return std::find(inlines.begin(), inlines.end(), name) == inlines.end();
}

}  // namespace

std::string text_of(std::string_view html) {
  std::string text;
  text.reserve(html.size());
  for (std::size_t at = 0;;) {
    const auto tag = next_tag(html, at);
    append_unescaped(text, html.substr(at, tag ? tag->begin - at : std::string_view::npos));
    if (!tag) break;
    at = tag->begin + tag->text.size();
    if (is_block(tag->text) && !text.empty() && text.back() != '\n') text += '\n';
  }
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

std::string unescaped(std::string_view attribute) {
  std::string text;
  append_unescaped(text, attribute);
  return text;
}

HtmlPlaces places_of(std::string_view html) {
  HtmlPlaces places;
  for (std::size_t at = 0;;) {
    const auto tag = next_tag(html, at);
    if (!tag) return places;
    at = tag->begin + tag->text.size();
    if (tag->is("a")) note_link(html, *tag, " href=\"", false, places);
    if (tag->is("img")) note_link(html, *tag, " src=\"", true, places);
    if (!opens_heading(*tag)) continue;
    const auto id = attribute(*tag, " id=\"");
    places.headings.push_back(
        {tag->text[2] - '0', id ? unescaped(slice(html, *id)) : std::string(), words_of_heading(html, at)});
  }
}

std::string for_a_site(std::string_view html) {
  std::string out;
  out.reserve(html.size());
  std::size_t kept = 0;
  for (std::size_t at = 0;;) {
    const auto tag = next_tag(html, at);
    if (!tag) break;
    at = tag->begin + tag->text.size();
    const bool unknown = tag->is("a") && tag->text.find(" href=\"#blocked\"") != std::string_view::npos;
    const auto source = tag->is("img") ? attribute(*tag, " src=\"") : std::nullopt;
    const bool far = source && has_scheme(slice(html, *source));
    if (!unknown && !far) continue;
    out += html.substr(kept, tag->begin - kept);
    out += unknown ? "<a>" : link_to_picture(html, *tag, *source);
    kept = at;
  }
  return out.append(html.substr(kept));
}

}  // namespace tsg
