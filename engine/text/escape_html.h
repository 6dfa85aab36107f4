// SPDX-License-Identifier: MIT
// A value into HTML. Whatever the value is, what a browser's tree holds afterwards is one text (or one
// attribute value) and no element more.
//
//   & < > " '                     &amp; &lt; &gt; &quot; &#39;
//   CR LF, CR                     LF, as a browser would read them
//   other C0 controls but TAB LF  U+FFFD, each
//   bytes that are not UTF-8      U+FFFD, each
//
// Tested by tests/renderers/escape_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace tsg {

// For running text and for quoted attributes that are no URLs.
void append_html(std::string& out, std::string_view value);
// The same with line ends turned to a space each: for table cells and other one-line places.
void append_html_line(std::string& out, std::string_view value);
// append_html inside <bdi>: the value's direction of writing stays its own.
void append_html_isolated(std::string& out, std::string_view value);
void append_html_line_isolated(std::string& out, std::string_view value);

std::string html(std::string_view value);

}  // namespace tsg
