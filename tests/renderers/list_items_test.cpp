// SPDX-License-Identifier: MIT
#include "renderers/list_items.h"

#include <catch2/catch.hpp>

#include "engine/markdown/compile.h"
#include "renderers/fill.h"
#include "renderers/terminal_blocks.h"

using namespace tsg;

namespace {

using Entries = std::vector<std::string>;

CompiledArticle compiled(std::string_view body) {
  return compile_markdown(
             body, [](std::size_t, std::size_t) { return Place{}; }, HeadingIds::Omit)
      .article;
}

FilledArticle with(const CompiledArticle& article, const Value& value) {
  FilledArticle filled;
  for (const std::string& name : article.placeholders)
    filled.values.push_back({.placeholder = name, .value = value});
  return filled;
}

std::string html(std::string_view body, const Value& value) {
  const CompiledArticle article = compiled(body);
  std::string out;
  fill_html(out, article, with(article, value));
  return out;
}

std::string markdown(std::string_view body, const Value& value) {
  const CompiledArticle article = compiled(body);
  std::string out;
  fill_markdown(out, article, with(article, value));
  return out;
}

std::size_t items(std::string_view body, const Value& value) {
  const CompiledArticle article = compiled(body);
  const auto expanded = with_list_items(article, with(article, value));
  return expanded ? expanded->article.blocks.size() : article.blocks.size();
}

constexpr std::string_view list = "- first\n- <!--$L-->[l]<!--/$L-->\n- last\n";

}  // namespace

TEST_CASE("an item that holds a list and nothing else stands once for each entry") {
  CHECK(html(list, Entries{"a", "<b>"}) ==
        "<ul>\n<li>first</li>\n<li><bdi>a</bdi></li>\n<li><bdi>&lt;b&gt;</bdi></li>\n<li>last</li>\n</ul>\n");
  CHECK(markdown(list, Entries{"a", "# b"}) == "- first\n- a\n- \\# b\n- last\n");
  CHECK(items(list, Entries{"a", "b", "c"}) == 5);
}

TEST_CASE("for an empty list it is not there") {
  CHECK(html(list, Entries{}) == "<ul>\n<li>first</li>\n<li>last</li>\n</ul>\n");
  CHECK(markdown(list, Entries{}) == "- first\n- last\n");
  CHECK(items(list, Entries{}) == 2);
  CHECK(html("- <!--$L-->[l]<!--/$L-->\n", Entries{}) == "<ul>\n</ul>\n");
}

TEST_CASE("numbered, quoted and inner items are items") {
  CHECK(markdown("1. <!--$L-->[l]<!--/$L-->\n", Entries{"a", "b"}) == "1. a\n1. b\n");
  CHECK(markdown("> - <!--$L-->[l]<!--/$L-->\n", Entries{"a", "b"}) == "> - a\n> - b\n");
  CHECK(markdown("- x\n  - <!--$L-->[l]<!--/$L-->\n", Entries{"a", "b"}) == "- x\n  - a\n  - b\n");
}

TEST_CASE("elsewhere a list stands in its line, and a text in an item is one item") {
  CHECK(html("- see <!--$L-->[l]<!--/$L-->\n", Entries{"a", "b"}) ==
        "<ul>\n<li>see <bdi>a, b</bdi></li>\n</ul>\n");
  CHECK(html("<!--$L-->[l]<!--/$L-->\n", Entries{"a", "b"}) == "<p><bdi>a, b</bdi></p>\n");
  CHECK(html("- <!--$L-->[l]<!--/$L-->\n", std::string("a, b")) == "<ul>\n<li><bdi>a, b</bdi></li>\n</ul>\n");
}

TEST_CASE("two lists of one article grow each by its own value") {
  const CompiledArticle article = compiled("- <!--$A-->[a]<!--/$A-->\n- <!--$B-->[b]<!--/$B-->\n");
  FilledArticle filled = with(article, Entries{"1", "2"});
  filled.values[1].value = Entries{"3"};
  std::string out;
  fill_html(out, article, filled);
  CHECK(out == "<ul>\n<li><bdi>1</bdi></li>\n<li><bdi>2</bdi></li>\n<li><bdi>3</bdi></li>\n</ul>\n");
}
