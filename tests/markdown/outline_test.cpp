// SPDX-License-Identifier: MIT
#include "engine/markdown/outline.h"

#include <catch2/catch.hpp>

using namespace tsg;

namespace {

Link only_link(std::string_view markdown) {
  const Outline outline = read_outline(markdown);
  REQUIRE(outline.links.size() == 1);
  return outline.links.front();
}

}  // namespace

TEST_CASE("headings come with level, text, source and line") {
  const Outline outline = read_outline(
      "# One\n\n## **Recommended *Steps*** ##\r\n\nThree\n=====\n\n> ### In a quote\n\n#Tight\n\n#\n");
  REQUIRE(outline.headings.size() == 5);
  CHECK(outline.headings[0] == Heading{1, "One", 1, "One"});
  CHECK(outline.headings[1] == Heading{2, "Recommended Steps", 3, "**Recommended *Steps***"});
  CHECK(outline.headings[2] == Heading{1, "Three", 5, ""});
  CHECK(outline.headings[3] == Heading{3, "In a quote", 8, "In a quote"});
  CHECK(outline.headings[4] == Heading{1, "", 12, ""});
}

TEST_CASE("comments and code in a heading leave only their words") {
  const Outline outline = read_outline("# Gateway <!--$Name-->gw<!--/$Name--> and `az`\n");
  CHECK(outline.headings.front().text == "Gateway gw and az");
}

TEST_CASE("code and comments hold neither headings nor links") {
  CHECK(read_outline("```\n# x\n[a](b)\n```\n\n    # y\n\n<!--\n# z\n[a](b)\n-->\n`[a](b)`\n") == Outline{});
}

TEST_CASE("links are given as written and as meant") {
  CHECK(only_link("see [**a** b](https://x.y/?a=1&amp;b=2 \"title\")") ==
        Link{"a b", "https://x.y/?a=1&b=2", false, 1, "**a** b", "https://x.y/?a=1&amp;b=2"});
  CHECK(only_link("![alt](<a b.png>)") == Link{"alt", "a b.png", true, 1, "alt", "a b.png"});
  CHECK(only_link("<https://x.y/>") == Link{"https://x.y/", "https://x.y/", false, 1, "", ""});
  CHECK(only_link("[a][r]\n\n[r]: https://x.y/\n") == Link{"a", "https://x.y/", false, 1, "", ""});
  CHECK(only_link("[a (b)](https://x/y_(z))").destination == "https://x/y_(z)");
}

TEST_CASE("the source of a link is found wherever its paragraph stands") {
  for (const char* before :
       {"", "- ", "   1. one\n      - ", "> ", "> quoted\n> ", "- a\n  b\n  ", "a\n   ", "> - a\nlazy ",
        "| a | b |\n| --- | --- |\n| x | ", "x `co\nde` ", "x <b\nc> "}) {
    INFO(before);
    CHECK(only_link(std::string(before) + "[*t*](https://u.v/w) end\n").source == "*t*");
  }
}

TEST_CASE("a link over two lines stands on the line it begins") {
  const Link link = only_link("first\n[a\nb](https://x.y/)\n");
  CHECK(link.line == 2);
  CHECK(link.text == "a b");
}

TEST_CASE("lines are counted by LF even where Markdown counts a lone CR") {
  const Outline outline = read_outline("a\rb\r\n\n# H\n");
  CHECK(outline.headings.front().line == 3);
}

TEST_CASE("images nested in images are read to the end") {
  std::string markdown(3000, ' ');
  markdown.clear();
  for (int i = 0; i < 1000; ++i) markdown += "![";
  for (int i = 0; i < 1000; ++i) markdown += "a](b)";
  CHECK(read_outline(markdown).links.size() <= 1000);
}
