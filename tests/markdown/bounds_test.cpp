// SPDX-License-Identifier: MIT
#include "engine/markdown/bounds.h"

#include <cmark-gfm.h>
#include <catch2/catch.hpp>

#include <chrono>

#include "engine/markdown/cmark_tree.h"
#include "engine/model/limits.h"

using namespace tsg;

namespace {

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() + part.size() <= bytes) text += part;
  return text;
}

std::string table(std::size_t columns, std::size_t rows) {
  std::string text = repeated("|a", columns * 2) + "|\n" + repeated("|-", columns * 2) + "|\n";
  for (std::size_t row = 0; row < rows; ++row) text += "x\n";
  return text;
}

}  // namespace

TEST_CASE("ordinary Markdown is within bounds") {
  CHECK_FALSE(beyond_bounds(""));
  CHECK_FALSE(beyond_bounds(table(10, 100)));
  CHECK_FALSE(beyond_bounds(repeated("a [link](https://x.y/z) and more\n\n", 100000)));
  CHECK_FALSE(
      beyond_bounds("[a]: https://x.y/\n[b]: https://x.y/ \"title\"\n\n" + repeated("[a] and [b]\n", 10000)));
  CHECK_FALSE(beyond_bounds("```powershell\n" +
                            repeated("[Net.ServicePointManager]::SecurityProtocol = \"x\"\n", 20000) +
                            "```\n"));
  CHECK_FALSE(beyond_bounds("---\n" + repeated("a paragraph\n", 5000)));
}

TEST_CASE("what cmark takes quadratic time or space for is beyond bounds") {
  CHECK(beyond_bounds(std::string(limits::markdown_bytes + 1, 'a')));
  CHECK(beyond_bounds(table(100, 1)));
  CHECK(beyond_bounds(table(60, 2000)));
  CHECK(beyond_bounds(repeated("|a", 20000) + "\n-\n"));
  CHECK(beyond_bounds("> " + repeated("|a", 20000) + "\n> -\n"));
  CHECK(beyond_bounds(repeated("|-|-\n|-|\n", 16000)));
  CHECK(beyond_bounds(repeated("a\n-|-\n", 16000)));
  CHECK(beyond_bounds(repeated("![[]()", limits::markdown_bytes)));
  CHECK(beyond_bounds("[a]: /" + std::string(50000, 'u') + "\n\n" + repeated("[a]", 50000)));
  CHECK(beyond_bounds("[a]:\n/" + std::string(50000, 'u') + "\n\n" + repeated("[a]", 50000)));
  CHECK(beyond_bounds("[a]: /u\n\"" + std::string(50000, 't') + "\"\n\n" + repeated("[a]", 50000)));
  CHECK(beyond_bounds("[a]: /u \"\n" + repeated("[b]: /v\n", 50000) + "\"\n\n" + repeated("[a]", 50000)));
  CHECK(beyond_bounds("- [a]: /" + std::string(50000, 'u') + "\n\n" + repeated("[a]", 50000)));
}

TEST_CASE("what is within bounds is parsed fast and renders small") {
  const std::size_t most = limits::markdown_bytes;
  for (const std::string& part :
       {std::string("*a_ "), std::string("> "), std::string("- "), std::string("`"), std::string("[a]("),
        std::string("![[]()"), std::string("a | b\n"), std::string("[a][b]\n"), std::string("<a "),
        std::string("&"), std::string("\\"), std::string("~~"), std::string("1. a\n\n"), std::string("__a"),
        std::string("[x]: /u\n"), std::string("- [ ] x\n"), std::string("# a\n"), std::string("]")}) {
    const std::string markdown = repeated(part, most);
    if (beyond_bounds(markdown)) continue;
    INFO(part);
    const auto begin = std::chrono::steady_clock::now();
    const CmarkTree tree = parse_markdown(markdown);
    char* html = cmark_render_html(tree.get(), CMARK_OPT_DEFAULT, nullptr);
    CHECK(std::string_view(html).size() <= limits::rendered_bytes);
    std::free(html);
    // Generous: sanitizers and a busy machine; a quadratic input takes minutes.
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
  }
}
