// SPDX-License-Identifier: MIT
// A value into GitHub-flavoured Markdown. Parsed with every extension, the document has the tree it has when
// the value is `x`: no value makes a heading, list, row, cell, link, image, emphasis, code, footnote, tag or
// mention, whatever stands beside it. What is before the value is the end of `out`; `after` is the literal
// that follows, as far as known.
//
//   line ends              a space each, but in a code block
//   tabs, outer blanks     &#9; &#32;, which Markdown does not strip
//   punctuation            \ before it where it could mean something
//   |                      &#124;
//   @                      U+2060 behind it: GFM links e-mail addresses even from entities
//   www. http:// 1.        a \ or an entity in the middle
//   behind a bare URL      the author's : or . gets a \: no value becomes a part of a link
//   empty, or beside * _ ~ U+2060 (word joiner), so that the author's emphasis stays
//   C0 controls, not UTF-8 U+FFFD
//
// In code nothing can be escaped: the fence is made longer than any run of backticks in it (backtick_fence),
// a `|` in a table's row is `\|`, and U+2060 parts it from a backslash before it.
//
// Tested by escape_markdown_test.cpp against cmark-gfm itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tsg {

// Running text, headings, table cells, link texts.
void append_markdown(std::string& out, std::string_view value, std::string_view after = {});

enum class CodePlace : std::uint8_t { Text, TableRow };

// In code on one line. In a table row a `|` is written `\|`.
void append_markdown_code(std::string& out, std::string_view value, CodePlace place);
// In a fenced block: line ends stay.
void append_markdown_code_block(std::string& out, std::string_view value);
// The backticks to put around `code`: at least `least`, and more than any run in it.
std::string backtick_fence(std::string_view code, std::size_t least);

// In raw HTML, in a quoted attribute or in text: all punctuation as entities.
void append_markdown_attribute(std::string& out, std::string_view value);

// A link's destination that escape_url.h made.
void append_markdown_destination(std::string& out, std::string_view url);

std::string markdown(std::string_view value);

// A code span that holds `value`, with as many backticks as it takes.
std::string markdown_code(std::string_view value);

}  // namespace tsg
