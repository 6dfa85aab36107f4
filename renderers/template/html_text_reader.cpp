// SPDX-License-Identifier: MIT
#include "renderers/template/html_text_reader.h"

#include <algorithm>
#include <array>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

constexpr std::array<std::string_view, 6> raw_elements = {"style",   "xmp",      "iframe",
                                                          "noembed", "noframes", "plaintext"};

bool says_json(const HtmlPlace& place) {
  const std::string_view type = ascii_trimmed(place.script_type);
  return type == "application/json" || type == "application/ld+json";
}

HtmlState content_of(const HtmlPlace& place) {
  if (place.end_tag) return HtmlState::Text;
  if (place.element == "title" || place.element == "textarea") return HtmlState::Rcdata;
  if (place.element == "script") return says_json(place) ? HtmlState::Json : HtmlState::Script;
  const bool raw = std::find(raw_elements.begin(), raw_elements.end(), place.element) != raw_elements.end();
  return raw ? HtmlState::RawText : HtmlState::Text;
}

// Of a comment `seen` holds "+" or "+-" when it has just begun, else the dashes and the `!` that may end it.
bool ends_comment(std::string_view seen, char c) {
  return c == '>' && (seen == "+" || seen == "+-" || seen == "--" || seen == "--!");
}

std::string dashes_behind(std::string_view seen, char c) {
  if (c == '!' && seen == "--") return "--!";
  if (c != '-') return {};
  if (seen == "+") return "+-";
  return seen.empty() || seen == "--!" ? "-" : "--";
}

HtmlStep declaration(HtmlPlace& place, char c) {
  if (c == '-' && place.seen.empty()) {
    place.seen = "-";
    return {};
  }
  const bool comment = c == '-' && place.seen == "-";
  const bool data = c == '[' && place.seen.empty();
  place = {};
  if (c != '>') place.state = comment ? HtmlState::Comment : HtmlState::BogusComment;
  if (comment) place.seen = "+";
  return {.doubt = data ? MarkupDoubt::CharacterData : MarkupDoubt::None};
}

void read_json(HtmlPlace& place, char c) {
  if (place.json == JsonPart::BehindBackslash) {
    place.json = JsonPart::InText;
  } else if (place.json == JsonPart::InText && c == '\\') {
    place.json = JsonPart::BehindBackslash;
  } else if (c == '"') {
    place.json = place.json == JsonPart::InText ? JsonPart::Outside : JsonPart::InText;
  }
}

// What begins with `<` and is neither the closing tag nor can still become it.
MarkupDoubt doubt_of(const HtmlPlace& place, std::string_view seen) {
  if (place.state == HtmlState::Script || place.state == HtmlState::Json) {
    if (seen == "<!--") return MarkupDoubt::CommentInScript;
  }
  if (place.state != HtmlState::Rcdata && place.state != HtmlState::Json) return MarkupDoubt::None;
  const bool opens =
      seen.size() > 1 && (ascii_alpha(seen[1]) || seen[1] == '/' || seen[1] == '!' || seen[1] == '?');
  return opens ? MarkupDoubt::TagInText : MarkupDoubt::None;
}

bool closes(const HtmlPlace& place, char c) {
  const bool whole = place.element != "plaintext" && place.seen.size() == place.element.size() + 2 &&
                     place.seen.substr(0, 2) == "</" && place.seen.substr(2) == place.element;
  return whole && (html_space(c) || c == '/' || c == '>');
}

bool may_become_delimiter(const HtmlPlace& place, const std::string& seen) {
  const bool script = place.state == HtmlState::Script || place.state == HtmlState::Json;
  if (script && std::string_view("<!-").starts_with(seen)) return true;
  return ("</" + place.element).starts_with(seen);
}

HtmlStep close(HtmlPlace& place, char c) {
  HtmlPlace tag;
  tag.state = HtmlState::TagName;
  tag.element = place.element;
  tag.end_tag = true;
  place = tag;
  return read_html(place, c);
}

}  // namespace

bool enter_content(HtmlPlace& place) {
  const HtmlState state = content_of(place);
  HtmlPlace content;
  content.state = state;
  if (state != HtmlState::Text) content.element = place.element;
  place = content;
  return state != HtmlState::Text;
}

HtmlStep read_comment(HtmlPlace& place, char c) {
  if (place.state == HtmlState::MarkupDeclaration) return declaration(place, c);
  if (place.state == HtmlState::BogusComment) {
    if (c == '>') place = {};
    return {};
  }
  if (ends_comment(place.seen, c)) {
    place = {};
  } else {
    place.seen = dashes_behind(place.seen, c);
  }
  return {};
}

HtmlStep read_text_element(HtmlPlace& place, char c) {
  if (closes(place, c)) return close(place, c);
  if (place.state == HtmlState::Json) read_json(place, c);
  const std::string seen = place.seen + ascii_lower(c);
  if (may_become_delimiter(place, seen)) {
    place.seen = seen;
    return {};
  }
  const MarkupDoubt doubt = place.seen.empty() ? MarkupDoubt::None : doubt_of(place, seen);
  place.seen.clear();
  if (c == '<') place.seen = "<";
  return {.doubt = doubt};
}

}  // namespace tsg
