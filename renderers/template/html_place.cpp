// SPDX-License-Identifier: MIT
#include "renderers/template/html_place.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

template <std::size_t Size>
bool one_of(std::string_view name, const std::array<std::string_view, Size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 20> url_attributes = {
    "href",    "src",      "action",      "formaction", "poster",     "cite",     "data",
    "ping",    "srcset",   "imagesrcset", "xlink:href", "background", "longdesc", "codebase",
    "classid", "manifest", "archive",     "profile",    "usemap",     "icon"};

// Their attributes say which attribute of another element becomes what.
constexpr std::array<std::string_view, 5> animations = {"animate", "set", "animatetransform", "animatemotion",
                                                        "animatecolor"};

std::optional<Refusal> attribute_refusal(const HtmlPlace& place) {
  const std::string& name = place.attribute;
  const std::string where = fmt::format("in the attribute `{}`", name);
  if (name.starts_with("on"))
    return Refusal{where + ", which is script", "write the value into a `data-` attribute, and read that"};
  if (name == "style")
    return Refusal{where + ", which is CSS", "choose a `class` with `{% if %}`, and style that"};
  if (name == "srcdoc") return Refusal{where + ", which is a page of its own", "link to that page"};
  if (name == "http-equiv" || (name == "content" && place.refreshes))
    return Refusal{where + " of a tag that gives orders to the browser", "write it out"};
  if (one_of(place.element, animations))
    return Refusal{fmt::format("in <{}>, which writes attributes of other elements", place.element),
                   "write it out"};
  if (place.url == UrlPart::Foreign)
    return Refusal{where + " behind a scheme that may run script, or behind `&`",
                   "begin the URL with `https://`, `http://`, `mailto:` or the value itself"};
  return std::nullopt;
}

PlaceOfValue refused(std::string reason, std::string help) {
  return {.place = ValuePlace::Text, .refusal = Refusal{std::move(reason), std::move(help)}};
}

PlaceOfValue in_attribute(const HtmlPlace& place) {
  return {.place = place.url == UrlPart::None ? ValuePlace::Attribute : ValuePlace::Url,
          .refusal = attribute_refusal(place)};
}

PlaceOfValue in_json(const HtmlPlace& place) {
  if (place.json != JsonPart::Outside)
    return refused("inside a text of JSON", "leave the quotes out: a value brings its own");
  if (!place.seen.empty()) return refused("behind `<` in JSON", "write `<` as `\\u003C`");
  return {.place = ValuePlace::Json};
}

// In a tag, between attributes: what follows depends on no name any more.
bool in_gap(const HtmlPlace& place) {
  switch (place.state) {
    case HtmlState::TagName:
    case HtmlState::BeforeAttribute:
    case HtmlState::AttributeName:
    case HtmlState::AfterAttributeName:
    case HtmlState::AfterQuoted:
    case HtmlState::TagGap:
      return true;
    default:
      return false;
  }
}

UrlPart meeting(UrlPart a, UrlPart b) {
  if (a == b && a != UrlPart::Literal) return a;
  if (a == UrlPart::Foreign || b == UrlPart::Foreign) return UrlPart::Foreign;
  return UrlPart::Open;
}

HtmlPlace with_flags_of(HtmlPlace place, const HtmlPlace& other) {
  place.refreshes = place.refreshes || other.refreshes;
  place.has_content_value = place.has_content_value || other.has_content_value;
  return place;
}

// Behind a space, where `=` might be read with the name before it: HtmlState::BeforeAttribute takes none.
bool in_space(const HtmlPlace& place) {
  return place.state == HtmlState::BeforeAttribute || place.state == HtmlState::AfterAttributeName;
}

HtmlPlace gap_behind(HtmlPlace place, HtmlState state) {
  // An attribute without a value, which the branch did not end: the first `type` counts.
  if (place.attribute == "type") place.has_script_type = true;
  place.state = state;
  place.attribute.clear();
  return place;
}

HtmlPlace with_url(HtmlPlace place, UrlPart url) {
  place.url = url;
  place.seen.clear();
  return place;
}

}  // namespace

bool quoted(const HtmlPlace& place) {
  return place.state == HtmlState::DoubleQuoted || place.state == HtmlState::SingleQuoted;
}

bool is_url(std::string_view attribute) {
  return one_of(attribute, url_attributes);
}

bool lists_urls(std::string_view attribute) {
  return attribute == "srcset" || attribute == "imagesrcset" || attribute == "ping" || attribute == "archive";
}

bool allowed_scheme(std::string_view scheme) {
  return equal_ignoring_case(scheme, "https") || equal_ignoring_case(scheme, "http") ||
         equal_ignoring_case(scheme, "mailto");
}

PlaceOfValue place_of_value(const HtmlPlace& place) {
  switch (place.state) {
    case HtmlState::Text:
      return {.place = ValuePlace::Text};
    case HtmlState::Rcdata:
      if (!place.seen.empty()) return refused("behind `<`", "write `&lt;`");
      return {.place = ValuePlace::Rcdata};
    case HtmlState::DoubleQuoted:
    case HtmlState::SingleQuoted:
      return in_attribute(place);
    case HtmlState::Json:
      return in_json(place);
    case HtmlState::BeforeValue:
    case HtmlState::Unquoted:
      return refused("in an attribute without quotes", "write quotes around it: `name=\"{{ value }}\"`");
    case HtmlState::TagOpen:
    case HtmlState::EndTagOpen:
    case HtmlState::TagName:
      return refused("in the name of a tag", "write the names of tags out, in branches of an `{% if %}`");
    case HtmlState::BeforeAttribute:
    case HtmlState::AttributeName:
    case HtmlState::AfterAttributeName:
    case HtmlState::AfterQuoted:
    case HtmlState::TagGap:
    case HtmlState::SelfClosing:
      return refused("in a tag, outside the quotes of an attribute",
                     "write the names of attributes out, in branches of an `{% if %}`");
    case HtmlState::MarkupDeclaration:
    case HtmlState::BogusComment:
    case HtmlState::Comment:
      return refused("in a comment", "take the comment away, or make it `{# ... #}`");
    case HtmlState::RawText:
      return refused(fmt::format("in <{}>, where nothing can be escaped", place.element),
                     "choose a `class` with `{% if %}`, or write a `data-` attribute");
    case HtmlState::Script:
      return refused("in a <script>",
                     "write it into a `data-` attribute, or into `<script type=\"application/json\">`");
  }
  return {};
}

HtmlPlace behind_value(HtmlPlace place) {
  if (!quoted(place)) return place;
  if (place.attribute == "content") place.has_content_value = true;
  // No type of JSON ends so: what such a <script> holds takes no values.
  if (place.element == "script" && place.attribute == "type") place.script_type += '?';
  if (place.url != UrlPart::None && place.url != UrlPart::Tail) {
    place.url = UrlPart::Open;
    place.seen.clear();
  }
  return place;
}

std::optional<HtmlPlace> where_branches_meet(const HtmlPlace& a, const HtmlPlace& b) {
  if (a == b) return a;
  HtmlPlace first = with_flags_of(a, b);
  HtmlPlace second = with_flags_of(b, a);
  if (in_gap(a) && in_gap(b)) {
    const bool space = in_space(a) && in_space(b);
    const HtmlState state = space ? HtmlState::BeforeAttribute : HtmlState::TagGap;
    first = gap_behind(first, state);
    second = gap_behind(second, state);
  } else if (a.url != UrlPart::None && b.url != UrlPart::None) {
    first = with_url(first, meeting(a.url, b.url));
    second = with_url(second, first.url);
  }
  if (first == second) return first;
  return std::nullopt;
}

std::string to_words(const HtmlPlace& place) {
  if (place.state == HtmlState::Text) return "in text";
  if (quoted(place)) return fmt::format("in the attribute `{}` of <{}>", place.attribute, place.element);
  if (place.state == HtmlState::Comment || place.state == HtmlState::BogusComment) return "in a comment";
  if (place.element.empty()) return "behind `<`";
  const bool text = place.state == HtmlState::Rcdata || place.state == HtmlState::RawText ||
                    place.state == HtmlState::Script || place.state == HtmlState::Json;
  if (text && place.json != JsonPart::Outside) return "inside a text of JSON";
  return fmt::format("{} <{}{}>", text ? "inside" : "in the tag", place.end_tag ? "/" : "", place.element);
}

}  // namespace tsg
