// SPDX-License-Identifier: MIT
#include "renderers/help_api/html_sections.h"

#include <catch2/catch.hpp>

namespace tsg {
namespace {

TEST_CASE("HTML is cut at the highest headings that stand in nothing else") {
  struct Case {
    const char* html;
    HtmlSections cut;
  };
  const Case cases[] = {
      {"", {}},
      {"<p>a</p>", {"<p>a</p>", {}}},
      {"<p>a</p>\n<h2 id=\"x\">One &amp; <em>two</em></h2>\n<p>b</p>\n",
       {"<p>a</p>", {{"One & two", "<p>b</p>"}}}},
      {"<h3>A</h3>x<h2>B</h2>y<h3>C</h3>z<h2>D</h2>", {"<h3>A</h3>x", {{"B", "y<h3>C</h3>z"}, {"D", ""}}}},
      {"<blockquote><h1>in</h1></blockquote><h2>out</h2>c",
       {"<blockquote><h1>in</h1></blockquote>", {{"out", "c"}}}},
      {"<h2>a<br>b<img src=\"x\"></h2><hr>c", {"", {{"ab", "<hr>c"}}}},
      {"<!--<h2>no</h2>--><h2>yes</h2>", {"<!--<h2>no</h2>-->", {{"yes", ""}}}},
      {"<div><h2>never closed</h2>", {"<div><h2>never closed</h2>", {}}},
      {"</p><h2>a</h2>", {"</p><h2>a</h2>", {}}},
  };
  for (const Case& each : cases) {
    INFO(each.html);
    CHECK(cut_sections(each.html) == each.cut);
  }
}

}  // namespace
}  // namespace tsg
