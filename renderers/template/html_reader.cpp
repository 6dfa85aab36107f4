// SPDX-License-Identifier: MIT
#include "renderers/template/html_reader.h"

#include <algorithm>
#include <array>

#include "engine/text/ascii.h"
#include "renderers/template/html_text_reader.h"
#include "renderers/template/html_url_reader.h"

namespace tsg {

namespace {

HtmlStep doubt(MarkupDoubt doubt) {
  return {.doubt = doubt};
}

HtmlStep move_to(HtmlPlace& place, HtmlState state) {
  place.state = state;
  return {};
}

HtmlStep text(HtmlPlace& place, char c) {
  if (c == '<') place.state = HtmlState::TagOpen;
  return {};
}

void begin_tag(HtmlPlace& place, char c) {
  place.state = HtmlState::TagName;
  place.element = ascii_lower(c);
}

HtmlStep tag_open(HtmlPlace& place, char c) {
  place = {};
  if (ascii_alpha(c)) {
    begin_tag(place, c);
  } else if (c == '/') {
    place.state = HtmlState::EndTagOpen;
  } else if (c == '!') {
    place.state = HtmlState::MarkupDeclaration;
  } else if (c == '?') {
    place.state = HtmlState::BogusComment;
  } else {
    return text(place, c);
  }
  return {};
}

HtmlStep end_tag_open(HtmlPlace& place, char c) {
  place = {};
  if (ascii_alpha(c)) {
    begin_tag(place, c);
    place.end_tag = true;
  } else if (c != '>') {
    place.state = HtmlState::BogusComment;
  }
  return {};
}

HtmlStep end_of_tag(HtmlPlace& place, bool self_closing) {
  return enter_content(place) && self_closing ? doubt(MarkupDoubt::SelfClosedText) : HtmlStep{};
}

HtmlStep begin_attribute(HtmlPlace& place, char c) {
  place.state = HtmlState::AttributeName;
  place.attribute = ascii_lower(c);
  return {};
}

HtmlStep before_attribute(HtmlPlace& place, char c) {
  place.attribute.clear();
  if (html_space(c)) return move_to(place, HtmlState::BeforeAttribute);
  if (c == '/') return move_to(place, HtmlState::SelfClosing);
  if (c == '>') return end_of_tag(place, false);
  begin_attribute(place, c);
  return c == '=' ? doubt(MarkupDoubt::EqualsBeforeName) : HtmlStep{};
}

HtmlStep tag_name(HtmlPlace& place, char c) {
  if (html_space(c) || c == '/' || c == '>') return before_attribute(place, c);
  place.element += ascii_lower(c);
  return {};
}

HtmlStep tag_gap(HtmlPlace& place, char c) {
  const bool clear = html_space(c) || c == '/' || c == '>';
  const HtmlStep step = before_attribute(place, c);
  return clear ? step : doubt(MarkupDoubt::NameAtGap);
}

HtmlStep self_closing(HtmlPlace& place, char c) {
  return c == '>' ? end_of_tag(place, true) : before_attribute(place, c);
}

bool takes_script_type(const HtmlPlace& place) {
  return place.element == "script" && place.attribute == "type" && !place.end_tag;
}

// The name is whole: an `http-equiv` turns `content` into an order; of several `type` the first counts.
HtmlStep end_of_name(HtmlPlace& place) {
  if (takes_script_type(place)) {
    if (place.has_script_type) place.attribute += " again";
    place.has_script_type = true;
  }
  if (place.attribute != "http-equiv") return {};
  place.refreshes = true;
  return place.has_content_value ? doubt(MarkupDoubt::RefreshBehindValue) : HtmlStep{};
}

HtmlStep attribute_name(HtmlPlace& place, char c) {
  if (c != '=' && c != '/' && c != '>' && !html_space(c)) {
    place.attribute += ascii_lower(c);
    return {};
  }
  const HtmlStep named = end_of_name(place);
  if (c == '=') place.state = HtmlState::BeforeValue;
  if (html_space(c)) place.state = HtmlState::AfterAttributeName;
  if (c != '/' && c != '>') return named;
  const HtmlStep ended = before_attribute(place, c);
  return named.doubt == MarkupDoubt::None ? ended : named;
}

HtmlStep after_attribute_name(HtmlPlace& place, char c) {
  if (html_space(c)) return {};
  if (c == '=') return move_to(place, HtmlState::BeforeValue);
  return before_attribute(place, c);
}

HtmlStep begin_quoted(HtmlPlace& place, HtmlState state) {
  place.state = state;
  place.url = is_url(place.attribute) ? UrlPart::Start : UrlPart::None;
  return {.url_begins = place.url == UrlPart::Start};
}

void take_value_byte(HtmlPlace& place, char c) {
  if (takes_script_type(place)) place.script_type += ascii_lower(c);
}

void end_value(HtmlPlace& place) {
  place.attribute.clear();
  place.url = UrlPart::None;
  place.seen.clear();
}

HtmlStep before_value(HtmlPlace& place, char c) {
  if (html_space(c)) return {};
  if (c == '"') return begin_quoted(place, HtmlState::DoubleQuoted);
  if (c == '\'') return begin_quoted(place, HtmlState::SingleQuoted);
  if (c == '>') return end_of_tag(place, false);
  place.state = HtmlState::Unquoted;
  take_value_byte(place, c);
  return {};
}

HtmlStep in_quotes(HtmlPlace& place, char c, char quote) {
  if (c == quote) {
    end_value(place);
    return move_to(place, HtmlState::AfterQuoted);
  }
  take_value_byte(place, c);
  return place.url == UrlPart::None ? HtmlStep{} : read_url(place, c);
}

HtmlStep unquoted(HtmlPlace& place, char c) {
  if (!html_space(c) && c != '>') {
    take_value_byte(place, c);
    return {};
  }
  end_value(place);
  return before_attribute(place, c);
}

HtmlStep step(HtmlPlace& place, char c) {
  switch (place.state) {
    case HtmlState::Text:
      return text(place, c);
    case HtmlState::TagOpen:
      return tag_open(place, c);
    case HtmlState::EndTagOpen:
      return end_tag_open(place, c);
    case HtmlState::TagName:
      return tag_name(place, c);
    case HtmlState::BeforeAttribute:
    case HtmlState::AfterQuoted:
      return before_attribute(place, c);
    case HtmlState::AttributeName:
      return attribute_name(place, c);
    case HtmlState::AfterAttributeName:
      return after_attribute_name(place, c);
    case HtmlState::BeforeValue:
      return before_value(place, c);
    case HtmlState::DoubleQuoted:
      return in_quotes(place, c, '"');
    case HtmlState::SingleQuoted:
      return in_quotes(place, c, '\'');
    case HtmlState::Unquoted:
      return unquoted(place, c);
    case HtmlState::TagGap:
      return tag_gap(place, c);
    case HtmlState::SelfClosing:
      return self_closing(place, c);
    case HtmlState::MarkupDeclaration:
    case HtmlState::BogusComment:
    case HtmlState::Comment:
      return read_comment(place, c);
    case HtmlState::Rcdata:
    case HtmlState::RawText:
    case HtmlState::Script:
    case HtmlState::Json:
      return read_text_element(place, c);
  }
  return {};
}

}  // namespace

std::string_view reason_of(MarkupDoubt doubt) {
  switch (doubt) {
    case MarkupDoubt::None:
      return {};
    case MarkupDoubt::EqualsBeforeName:
      return "`=` stands where an attribute has no name yet";
    case MarkupDoubt::NameAtGap:
      return "this continues one branch of the block before it, and begins an attribute behind another";
    case MarkupDoubt::CommentInScript:
      return "`<!--` inside a <script> changes where the script ends";
    case MarkupDoubt::TagInText:
      return "`<` begins no tag here in HTML, but does in SVG";
    case MarkupDoubt::SelfClosedText:
      return "`/>` does not close this element in HTML";
    case MarkupDoubt::CharacterData:
      return "`<![` is a comment in HTML, and text in SVG";
    case MarkupDoubt::SchemeBehindValue:
      return "what stands before this may become the scheme of the URL";
    case MarkupDoubt::RefreshBehindValue:
      return "`http-equiv` makes the value in `content` an order to the browser";
    case MarkupDoubt::NullByte:
      return "a NUL byte stands in no page";
  }
  return {};
}

std::string_view help_of(MarkupDoubt doubt) {
  switch (doubt) {
    case MarkupDoubt::None:
      return {};
    case MarkupDoubt::EqualsBeforeName:
      return "write `name=\"value\"`, whole, within one branch";
    case MarkupDoubt::NameAtGap:
      return "put a space before it";
    case MarkupDoubt::CommentInScript:
      return "write `\\x3C!--`, or move the script to a file of its own";
    case MarkupDoubt::TagInText:
      return "write `&lt;`, and in JSON `\\u003C`";
    case MarkupDoubt::SelfClosedText:
      return "write the closing tag";
    case MarkupDoubt::CharacterData:
      return "write the text with `&lt;` and `&amp;`";
    case MarkupDoubt::SchemeBehindValue:
      return "write the scheme and `://` out, in branches of an `{% if %}` where it varies";
    case MarkupDoubt::RefreshBehindValue:
      return "write the content out, without a value";
    case MarkupDoubt::NullByte:
      return "take it out";
  }
  return {};
}

HtmlStep read_html(HtmlPlace& place, char c) {
  const HtmlStep read = step(place, c);
  return c == '\0' ? doubt(MarkupDoubt::NullByte) : read;
}

}  // namespace tsg
