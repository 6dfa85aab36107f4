// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <iostream>

#include "engine/diagnostics/markdown_codes.h"
#include "tests/markdown/random_bodies.h"
#include "tests/markdown/rendered.h"
#include "tests/markdown/shared_articles.h"

namespace tsg::test {

namespace {

std::string markdown_of(std::string_view body) {
  const Compilation compilation = compile(body);
  return rendered(compilation.article, compilation.article.markdown, Show::Everything, true);
}

// A heading of several lines is written on one, and blank lines around what was left out are not kept.
std::string with_single_blanks(const std::string& html) {
  std::string out;
  for (const char c : html) {
    const bool space = c == ' ' || c == '\n';
    if (!space || out.empty() || out.back() != ' ') out += space ? ' ' : c;
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

// A line that is a tag alone begins a block of HTML. Text in such a block becomes a paragraph when it is
// written.
bool has_text_in_html_block(const std::string& body) {
  for (std::size_t at = body.find("<br>"); at != std::string::npos; at = body.find("<br>", at + 1)) {
    const std::size_t line = body.rfind('\n', at);
    const std::size_t end = body.find('\n', at);
    if (line == std::string::npos || end == std::string::npos) continue;
    const bool alone =
        body.find_first_not_of(" \t\r", line + 1) == at && body.find_first_not_of(" \t\r", at + 4) == end;
    if (alone && body.find_first_not_of(" \t\r", end + 1) != body.find('\n', end + 1)) return true;
  }
  return false;
}

struct Written {
  std::string body = {};
  std::string markdown = {};
};

const std::vector<Written> written = {
    {"Setext\n===\n", "# Setext\n"},
    {"* a\n* b\n\n1) x\n", "- a\n- b\n\n1. x\n"},
    {"- a\n\n<!-- -->\n\n- b\n", "- a\n\n* b\n"},
    {"    code\n", "```\ncode\n```\n"},
    {"~~~\na ``` b\n~~~\n", "````\na ``` b\n````\n"},
    {"1\\. not a list\n\n\\# no heading\n\n\\> no quote\n",
     "1\\. not a list\n\n\\# no heading\n\n\\> no quote\n"},
    {"&lt;b&gt; \\*a\\* x_y_z &amp;amp;\n", "\\<b> \\*a\\* x_y_z &amp;amp;\n"},
    {"a <!-- note --> b\n", "a  b\n"},
    {"[a](javascript:x) ![b](data:x)\n", "a b\n"},
    {"<b>x</b> <script>y</script>z\n", "<b>x</b> z\n"},
    {"x <foo> y\n", "x \\<foo> y\n"},
    {"<div onclick=x>\n\nfoo\n\n</div>\n", "<div>\n\nfoo\n\n</div>\n"},
    {"> [!tip]\n> x\n", "> [!TIP]\n> x\n"},
    {"|a|b|\n|:-|-:|\n|x\\|y|`p\\|q`|\n", "| a | b |\n| :-- | --: |\n| x\\|y | `p\\|q` |\n"},
    {"**a** *b* ~~c~~ ***d***\n", "**a** *b* ~~c~~ *__d__*\n"},
    {"- [x] a\n- [ ] b\n", "- [x] a\n- [ ] b\n"},
    {"[r][] x\n\n[r]: /u 't'\n", "[r](/u \"t\") x\n"},
    {"# A <!--$N-->n<!--/$N--> #\n", "# A [N|n]\n"},
    {"`<!--$N-->n<!--/$N-->`\n", "` [N|n] `\n"},
    {"**<!--$N--> n <!--/$N-->**\n", "**[N|n]**\n"},
};

}  // namespace

TEST_CASE("bodies are written in one normal form of Markdown") {
  for (const Written& entry : written) {
    INFO(entry.body);
    CHECK(markdown_of(entry.body) == entry.markdown);
  }
}

TEST_CASE("a fence with a slot stands alone, and tells how long it is") {
  const Compilation compilation = compile("~~~sh\na ``` b <!--$N-->n<!--/$N-->\n~~~\n");
  const Segments& segments = compilation.article.markdown;
  REQUIRE(segments.size() == 6);
  CHECK(segments[0] == Segment{.context = SlotContext::CodeBlock, .run = 4, .text = "````"});
  CHECK(segments[1].text == "sh\na ``` b ");
  CHECK(segments[2] ==
        Segment{.kind = SegmentKind::Slot, .context = SlotContext::CodeBlock, .run = 4, .text = "n"});
  CHECK(segments[3].text == "\n");
  CHECK(segments[4] == segments[0]);
}

TEST_CASE("a slot in a fence inside a list may not leave its line") {
  const Compilation compilation = compile("- ```\n  <!--$N-->n<!--/$N-->\n  ```\n");
  for (const Segment& segment : compilation.article.markdown) {
    if (segment.kind == SegmentKind::Slot) CHECK(segment.context == SlotContext::CodeSpan);
  }
}

TEST_CASE("real articles written as Markdown read again as the same document") {
  const std::vector<std::string> bodies = shared_bodies();
  std::size_t asked = 0;
  std::size_t equal = 0;
  for (const std::string& body : bodies) {
    if (body.find("<!--$") != std::string::npos || has_text_in_html_block(body)) continue;
    if (!compile(body).diagnostics.empty()) continue;
    ++asked;
    const bool same = with_single_blanks(html_of(markdown_of(body))) == with_single_blanks(html_of(body));
    INFO(body);
    CHECK(same);
    equal += same ? 1 : 0;
  }
  if (!bodies.empty())
    std::cout << "Markdown read again: " << equal << " of " << asked << " articles equal\n";
}

TEST_CASE("nothing that HTML refuses comes alive in the Markdown, read again") {
  std::mt19937 random(11);
  std::vector<std::string> bodies;
  for (int round = 0; round < 3000; ++round) bodies.push_back(random_body(random));
  for (const std::string& body : shared_bodies()) bodies.push_back(mutated(body, random));
  for (const std::string& body : bodies) {
    const std::string markdown = markdown_of(body);
    const Compilation again = compile(markdown);
    INFO(body);
    INFO(markdown);
    for (const Code& code : {codes::tag_unknown, codes::element_forbidden, codes::component_left_out,
                             codes::attribute_dropped, codes::link_refused, codes::portal_action}) {
      if (has_code(again, code)) CHECK(code.id == "");
    }
  }
}

}  // namespace tsg::test
