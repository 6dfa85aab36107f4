// SPDX-License-Identifier: MIT
// Whatever a body is, its HTML is whole, and stays whole when a part of it is left out.
#include <catch2/catch.hpp>

#include "tests/markdown/random_bodies.h"
#include "tests/markdown/rendered.h"
#include "tests/markdown/shared_articles.h"

namespace tsg::test {

namespace {

void check_whole(const std::string& body) {
  const Compilation compilation = compile(body);
  for (const Show show : {Show::Everything, Show::WithoutAgents, Show::SectionsOnly, Show::WithoutSections}) {
    const std::string unbalanced =
        first_unbalanced_tag(rendered(compilation.article, compilation.article.html, show));
    if (unbalanced.empty()) continue;
    INFO(body);
    INFO("part " << static_cast<int>(show));
    CHECK(unbalanced == "");
  }
  for (const Segments* segments : {&compilation.article.html, &compilation.article.markdown}) {
    int agents = 0;
    for (const Segment& segment : *segments) {
      if (segment.kind == SegmentKind::AgentBegin) ++agents;
      if (segment.kind == SegmentKind::AgentEnd) --agents;
      REQUIRE((agents == 0 || agents == 1));
    }
    REQUIRE(agents == 0);
  }
}

}  // namespace

TEST_CASE("bodies put together at random give whole HTML, whatever part of it is shown") {
  std::mt19937 random(20240229);
  for (int round = 0; round < 4000; ++round) check_whole(random_body(random));
}

TEST_CASE("real articles, and damaged ones, give whole HTML, whatever part of it is shown") {
  std::mt19937 random(7);
  for (const std::string& body : shared_bodies()) {
    check_whole(body);
    check_whole(mutated(body, random));
  }
}

}  // namespace tsg::test
