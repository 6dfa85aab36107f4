// SPDX-License-Identifier: MIT
#include <cmark-gfm-core-extensions.h>

#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <vector>

#include "engine/markdown/compile.h"

namespace tsg {
namespace {

const std::string body =
    "# ~~Old~~ title\n\nUse ~~this~~ that, not ~~both~~.\n\n| a | b |\n|---|---|\n| ~~1~~ | 2 |\n";

std::string html_of(const std::string& text) {
  std::string html;
  const auto nowhere = [](std::size_t, std::size_t) { return Place{}; };
  for (const Segment& segment : compile_markdown(text, nowhere).article.html) html += segment.text;
  return html;
}

// What another library in the process does: a parser of its own, whose end takes characters out again.
void parse_elsewhere() {
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser* const parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("strikethrough"));
  cmark_parser_feed(parser, body.data(), body.size());
  cmark_node_free(cmark_parser_finish(parser));
  cmark_parser_free(parser);
}

TEST_CASE("articles parsed on several threads at once are those parsed alone") {
  const std::string alone = html_of(body);
  REQUIRE(alone.find("<del>this</del>") != std::string::npos);
  constexpr int rounds = 2000;
  std::vector<int> different(3, 0);
  std::vector<std::thread> threads;
  for (int& count : different) {
    threads.emplace_back([&count, &alone] {
      for (int round = 0; round < rounds; ++round) count += html_of(body) == alone ? 0 : 1;
    });
  }
  threads.emplace_back([] {
    for (int round = 0; round < rounds; ++round) parse_elsewhere();
  });
  for (std::thread& thread : threads) thread.join();
  CHECK(different == std::vector<int>(3, 0));
}

}  // namespace
}  // namespace tsg
