// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <array>

#include "tests/markdown/rendered.h"

namespace tsg::test {

namespace {

std::string shown(const Span& span) {
  constexpr std::array<const char*, 6> marks = {"", "**", "*", "`", "~~", "@"};
  const std::string mark = marks[static_cast<std::size_t>(span.style)];
  const std::string text = span.is_slot        ? "[" + span.text + "]"
                           : span.text == "\n" ? "\\n"
                           : span.text == "\t" ? "|"
                                               : span.text;
  return mark + text + mark + (span.url.empty() ? "" : "(" + span.url + ")");
}

// "kind level+indent marker: spans", a line a block.
std::string blocks_of(std::string_view body) {
  constexpr std::array<const char*, 12> kinds = {"para", "head", "item",  "code",  "quote",  "alert",
                                                 "row",  "rule", "<sect", "sect>", "<agent", "agent>"};
  std::string out;
  for (const Block& block : compile(body).article.blocks) {
    out += kinds[static_cast<std::size_t>(block.kind)];
    if (block.level > 0) out += " " + std::to_string(block.level);
    if (block.indent > 0) out += " +" + std::to_string(block.indent);
    if (!block.marker.empty()) out += " " + block.marker;
    if (!block.spans.empty()) out += ": ";
    for (const Span& span : block.spans) out += shown(span);
    out += "\n";
  }
  return out;
}

struct BlockCase {
  std::string body = {};
  std::string blocks = {};
};

const std::vector<BlockCase> block_cases = {
    {"a *b* **c** `d` ~~e~~ [f](g)\nh  \ni", "para: a *b* **c** `d` ~~e~~ @f@(g) h\\ni\n"},
    {"# T <!--$N-->n<!--/$N-->\n\n***", "head 1: T [n]\nrule\n"},
    {"- a\n- b\n  1. c\n\n     d\n- [x] e",
     "item 1 -: a\nitem 1 -: b\nitem 2 +2 1.: c\npara +5: d\nitem 1 [x]: e\n"},
    {"9. a\n10. b\n    ```\n    c\n    d\n    ```", "item 1 9.: a\nitem 1 10.: b\ncode +4: `c`\\n`d`\n"},
    {"- # H\n-\n- - x", "item 1 -\nhead 1 +2: H\nitem 1 -\nitem 1 -\nitem 2 +2 -: x\n"},
    {"> a\n> > b\n>\n> - c", "quote 1: a\nquote 2: b\nitem 1 +2 -: c\n"},
    {"> [!NOTE]\n> a\n> b", "alert 1 NOTE\nquote 1: a b\n"},
    {"|a|*b*|\n|-|-|\n|c|<!--$N-->d<!--/$N-->|", "row 1: a|*b*\nrow: c|[d]\n"},
    {"a<br>b <b>c</b> <a href=\"x\">d</a>", "para: a\\nb **c** @d@(x)\n"},
    {"<ul><li>a<li>b</ul>\n\n<p>c</p>", "item 1 -: a\nitem 1 -: b\npara: c\n"},
    {"<table><tr><td>a</td><td>b</td></tr></table>", "row: a|b\n"},
    {"<pre>\n a\n  b\n</pre>", "code: ` a`\\n`  b`\n"},
    {"a <!-- audience: agent -->b<!-- /audience --> c", "para: a \n<agent\npara: b\nagent>\npara:  c\n"},
    {"<!--issueDescription-->\na\n<!--/issueDescription-->",
     "<sect issueDescription\npara: a\nsect> issueDescription\n"},
    {"|a|b|\n|-|-|\n|x <!-- audience: agent -->y|z<!-- /audience -->|",
     "row 1: a|b\n<agent\nrow: x y|z\nagent>\n"},
    {"[a](data-blade:X.Y) [b](javascript:x) <foo>", "para: a b <foo>\n"},
    {"[a](https://h/<!--$N-->n<!--/$N-->)", "para: @a@\n"},
};

}  // namespace

TEST_CASE("bodies become blocks for terminals") {
  for (const BlockCase& entry : block_cases) {
    INFO(entry.body);
    CHECK(blocks_of(entry.body) == entry.blocks);
  }
}

}  // namespace tsg::test
