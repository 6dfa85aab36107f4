// SPDX-License-Identifier: MIT
#include "renderers/template/html_url_reader.h"

#include "engine/text/ascii.h"

namespace tsg {

namespace {

void turn_to(HtmlPlace& place, UrlPart part) {
  place.url = part;
  place.seen.clear();
}

bool ends_head(char c) {
  return c == '/' || c == '?' || c == '#' || c == '\\';
}

// Browsers drop tabs and line ends wherever they stand in a URL, and spaces and controls before it.
bool dropped(const HtmlPlace& place, char c) {
  if (c == '\t' || c == '\n' || c == '\r') return true;
  return place.url == UrlPart::Start && static_cast<unsigned char>(c) <= ' ';
}

HtmlStep literal_head(HtmlPlace& place, char c) {
  if (dropped(place, c)) return {};
  if (ends_head(c)) {
    turn_to(place, UrlPart::Tail);
  } else if (c == ':') {
    turn_to(place, allowed_scheme(place.seen) ? UrlPart::Tail : UrlPart::Foreign);
  } else if (c == '&') {
    turn_to(place, UrlPart::Foreign);
  } else {
    place.url = UrlPart::Literal;
    place.seen += c;
  }
  return {};
}

HtmlStep open_head(HtmlPlace& place, char c) {
  if (ends_head(c)) turn_to(place, UrlPart::Tail);
  if (c != ':' && c != '&') return {};
  turn_to(place, UrlPart::Foreign);
  return {.doubt = MarkupDoubt::SchemeBehindValue};
}

}  // namespace

HtmlStep read_url(HtmlPlace& place, char c) {
  if (lists_urls(place.attribute) && (html_space(c) || c == ',')) {
    turn_to(place, UrlPart::Start);
    return {.url_begins = true};
  }
  if (place.url == UrlPart::Start || place.url == UrlPart::Literal) return literal_head(place, c);
  if (place.url == UrlPart::Open) return open_head(place, c);
  return {};
}

}  // namespace tsg
