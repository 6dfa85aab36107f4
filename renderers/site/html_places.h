// SPDX-License-Identifier: MIT
// What a page of a site must know of an article's HTML: its headings, its pictures, and links that lead to
// other pages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/place.h"

namespace tsg {

struct PageHeading {
  int level = 2;
  std::string id = {};
  std::string html = {};  // inline HTML without tags: only text and character references
  bool operator==(const PageHeading&) const = default;
};

// A link without a scheme: "#anchor", "other.md#anchor", "media/picture.png".
struct PageLink {
  ByteRange address = {};  // of the attribute's value in the HTML
  std::string target = {};
  bool picture = false;
  bool operator==(const PageLink&) const = default;
};

struct HtmlPlaces {
  std::vector<PageHeading> headings = {};
  std::vector<PageLink> links = {};
  bool operator==(const HtmlPlaces&) const = default;
};

// REQUIRES: `html` is sanitised: `<` begins a tag, attributes are in `"`.
HtmlPlaces places_of(std::string_view html);

// The same HTML with each picture from elsewhere as a link to it (a site fetches nothing from other hosts),
// and without the addresses of links that only facts could give.
std::string for_a_site(std::string_view html);

// The words of HTML: without tags, references read, what begins a block on a line of its own.
std::string text_of(std::string_view html);

// "&amp;" -> "&" and the like: an attribute's value as its reader gets it.
std::string unescaped(std::string_view attribute);

}  // namespace tsg
