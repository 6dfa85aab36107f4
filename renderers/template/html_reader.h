// SPDX-License-Identifier: MIT
// Follows the HTML of a template, byte by byte, through markup that may be cut anywhere by values and
// branches.
#pragma once

#include <cstdint>
#include <string_view>

#include "renderers/template/html_place.h"

namespace tsg {

// Markup that browsers may read otherwise than it is read here, so that what follows is not sure.
enum class MarkupDoubt : std::uint8_t {
  None,
  EqualsBeforeName,    // `<a ="x">`
  NameAtGap,           // `<a{% if x %} hidden{% end %}class="y">`
  CommentInScript,     // `<script>... <!--`
  TagInText,           // `<title>a <b>`: text, but elements in SVG
  SelfClosedText,      // `<title/>`: open, but closed in SVG
  CharacterData,       // `<![CDATA[`
  SchemeBehindValue,   // `href="{{ a }}:..."`
  RefreshBehindValue,  // `<meta content="{{ a }}" http-equiv=...>`
  NullByte
};

std::string_view reason_of(MarkupDoubt doubt);
std::string_view help_of(MarkupDoubt doubt);

struct HtmlStep {
  MarkupDoubt doubt = MarkupDoubt::None;
  bool url_begins = false;  // the next byte is the first of a URL in an attribute
};

// Moves `place` behind the byte `c`.
HtmlStep read_html(HtmlPlace& place, char c);

}  // namespace tsg
