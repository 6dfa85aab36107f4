// SPDX-License-Identifier: MIT
// Entities of HTML, and the escapes that cmark-gfm itself writes.
#pragma once

#include <string>
#include <string_view>

namespace tsg {

// `&lt;` and the like read; what is no entity stays.
std::string without_entities(std::string_view text);
// The text of markup: without its tags and comments, entities read.
std::string text_of_html(std::string_view markup);
// & < > " escaped: for text and for quoted attributes.
std::string escaped_html(std::string_view text);
// A URL for a quoted attribute: what may not stand in a URL is percent-encoded, & and ' are escaped.
std::string escaped_url(std::string_view url);

}  // namespace tsg
