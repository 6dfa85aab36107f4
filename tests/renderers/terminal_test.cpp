// SPDX-License-Identifier: MIT
#include "renderers/terminal.h"

#include <catch2/catch.hpp>

#include "renderers/display_width.h"
#include "tests/renderers/hostile_values.h"
#include "tests/renderers/sample_guide.h"

using namespace tsg;
using namespace tsg::test;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines = {""};
  for (const char c : text) {
    if (c == '\n') {
      lines.push_back("");
    } else {
      lines.back() += c;
    }
  }
  return lines;
}

std::string without_colours(std::string text) {
  for (std::size_t at = text.find("\x1b["); at != std::string::npos; at = text.find("\x1b[")) {
    text.erase(at, text.find('m', at) - at + 1);
  }
  return text;
}

std::string wrapped(const std::string& text, std::size_t width) {
  TerminalWriter out(width, Colour::Never);
  out.paragraph({piece(text)});
  return out.take();
}

CompiledArticle blocks(std::vector<Block> all) {
  return {.placeholders = {"Name"}, .blocks = std::move(all)};
}

std::string shown(std::vector<Block> all, const std::string& value = "x", std::size_t width = 40) {
  ComposedArticle article = {.title = "T", .body = blocks(std::move(all))};
  article.parts = {{.filled = {.values = {{.placeholder = "Name", .value = value}}}}};
  return render_terminal(article, {.width = width}).substr(std::string("T\n=\n\n").size());
}

}  // namespace

TEST_CASE("display width counts wide characters twice and marks not at all") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("日本") == 4);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("👨\u200D👩\u200D👧") == 2);
  CHECK(fitting_bytes("e\u0301x", 1) == 3);
  CHECK(fitting_bytes("日本", 3) == 3);
  CHECK(fitting_bytes("日", 1) == 3);
}

TEST_CASE("words are wrapped to the width, and cut where one is wider") {
  CHECK(wrapped("aaaa bbbb cccc dddd eeee", 20) == "aaaa bbbb cccc dddd\neeee\n");
  CHECK(wrapped("日本日本日本日本日本日本", 20) == "日本日本日本日本日本\n日本\n");
  CHECK(wrapped(std::string(45, 'a'), 20) ==
        std::string(20, 'a') + "\n" + std::string(20, 'a') + "\naaaaa\n");
  const std::string url = "https://example.com/a/long/path/that/is/wide";
  CHECK(wrapped("see " + url, 20) == "see\n" + url + "\n");
}

TEST_CASE("no line is wider than the terminal, but for commands and URLs") {
  const Pack pack = sample_pack();
  const ComposedGuide guide = compose(sample_resolution(), pack);
  for (const std::size_t width : {20U, 40U, 60U, 80U, 132U}) {
    for (const std::string& line : lines_of(render_terminal(guide, {.width = width}))) {
      const bool copied = line.find("$ az") != std::string::npos || line.find("://") != std::string::npos ||
                          line.find("openssl") != std::string::npos ||
                          line.find("# not") != std::string::npos;
      INFO(line);
      CHECK((copied || display_width(line) <= width));
    }
  }
}

TEST_CASE("colours add nothing but colour") {
  const Pack pack = sample_pack();
  const ComposedGuide guide = compose(sample_resolution(), pack);
  const std::string coloured = render_terminal(guide, {.width = 70, .colour = Colour::Always});
  CHECK(coloured.find("\x1b[1;32m") != std::string::npos);
  CHECK(without_colours(coloured) == render_terminal(guide, {.width = 70}));
}

TEST_CASE("lists hang, quotes keep their bar, links stand below") {
  CHECK(
      shown({block(BlockKind::ListItem, {plain("one two three four five six seven eight nine ten")}, 1, "-"),
             block(BlockKind::ListItem, {plain("nested")}, 2, "1.", 2)}) ==
      "- one two three four five six seven\n  eight nine ten\n  1. nested\n");
  CHECK(shown({block(BlockKind::Quote, {plain("one two three four five six seven eight nine ten")}, 1)}) ==
        "│ one two three four five six seven\n│ eight nine ten\n");
  CHECK(shown({block(BlockKind::Paragraph,
                     {{.style = SpanStyle::Link, .text = "a", .url = "https://x.example"},
                      plain(" and "),
                      {.style = SpanStyle::Link, .text = "b", .url = "https://x.example"}})}) ==
        "a[1] and b[1]\n\n[1] https://x.example\n");
}

TEST_CASE("a table that is too wide is told row by row") {
  const std::vector<Block> table = {
      block(BlockKind::TableRow, {plain("Setting"), plain("\t"), plain("Meaning")}, 1),
      block(BlockKind::TableRow,
            {plain("timeout"), plain("\t"), plain("how long the gateway waits for an answer")})};
  CHECK(shown(table, "x", 60) ==
        "Setting  Meaning\n-------  ----------------------------------------\n"
        "timeout  how long the gateway waits for an answer\n");
  CHECK(shown(table, "x", 30) == "Setting: timeout\nMeaning: how long the gateway\n  waits for an answer\n");
}

TEST_CASE("no value forges a line at the margin or a control") {
  for (const std::string& value : hostile_values(300)) {
    const std::string text =
        shown({block(BlockKind::Paragraph, {plain("a "), slot_span(0, "N"), plain(" b")}),
               block(BlockKind::Code, {plain("c "), slot_span(0, "N"), plain("\n")}),
               block(BlockKind::Paragraph, {plain("end")})},
              value, 8 * value.size() + 100);
    const std::vector<std::string> lines = lines_of(text);
    INFO("value: " << value.substr(0, 200));
    CHECK(lines[0].starts_with("a "));
    CHECK(text.ends_with("\n\nend\n"));
    for (std::size_t i = 2; i + 3 < lines.size(); ++i)
      CHECK((lines[i].empty() || lines[i].starts_with("    ")));
    CHECK(text.find('\x1b') == std::string::npos);
  }
}
