// SPDX-License-Identifier: MIT
// A value into a URL. The results hold only ASCII that is safe in quoted HTML attributes and in Markdown link
// destinations, but for `&` in a whole URL, which stands bare: escape it for the place the URL is written to.
#pragma once

#include <string>
#include <string_view>

namespace tsg {

inline constexpr std::string_view blocked_url = "#blocked";

// A value that is the whole URL, where the author opted in to that. Control characters and spaces around it
// are dropped, and TAB, LF, CR inside it too, as a browser would; other C0 controls are dropped wherever they
// stand. Only http://, https:// with a host and no user before it, and mailto: are let through; all else
// becomes "#blocked"; so does what is longer than limits::shown_value_bytes, which slot_value.h cut.
// What is no URL character is percent-encoded, as are quotes, parentheses and brackets
// outside the host; %XX stays.
void append_url(std::string& out, std::string_view value);

// One segment of a path: all bytes but letters, digits, - . _ ~ percent-encoded. A value of dots alone, which
// a browser would take as a step up, becomes "blocked". Bytes that are not UTF-8 are encoded as U+FFFD.
void append_url_segment(std::string& out, std::string_view value);

// A value in a query or a fragment: all bytes but letters, digits, - . _ ~ percent-encoded.
void append_url_query(std::string& out, std::string_view value);

}  // namespace tsg
