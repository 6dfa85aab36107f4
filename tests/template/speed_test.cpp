// SPDX-License-Identifier: MIT
// What a page costs: `test_template [figures]` prints it. A page of 10 KB with 60 values.
#include <catch2/catch.hpp>

#include <cstdio>
#include <ctime>

#include "tests/template/one_template.h"

using namespace tsg;
using namespace tsg::test;

namespace {

std::string large_page() {
  std::string page = "<!doctype html><title>{{ page.title }}</title>\n";
  for (int i = 0; i < 18; ++i)
    page += "<section class=\"{{ page.kind }}\">" + std::string(400, 'x') +
            "<a href=\"{{ page.url }}\">{{ page.title }}</a></section>\n";
  return page + "{% for e in page.toc %}{% if not loop.first %}, {% end %}<i>{{ e }}</i>{% end %}\n";
}

}  // namespace

TEST_CASE("the time of a page", "[.figures]") {
  const Compiled result = compiled(large_page());
  REQUIRE(result.diagnostics.empty());
  const TemplateValue scope = TemplateValue::record().set(
      "page", TemplateValue::record()
                  .set("kind", "step")
                  .set("title", "Why does the gateway answer with 502 & how to mend it")
                  .set("url", "../articles/gateway-502.html#causes")
                  .set("toc", TemplateValue::list({"a", "b", "c", "d", "e", "f"})));
  constexpr int rounds = 20000;
  std::string out;
  std::size_t bytes = 0;
  const std::clock_t start = std::clock();
  for (int i = 0; i < rounds; ++i) {
    out.clear();
    REQUIRE(result.set.render("page.html", {&scope}, out) == RenderEnd::Whole);
    bytes += out.size();
  }
  const double took = static_cast<double>(std::clock() - start) * 1e6 / CLOCKS_PER_SEC;
  std::printf("%zu bytes in %.2f us of a processor\n", bytes / rounds, took / rounds);
}
