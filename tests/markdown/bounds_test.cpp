// SPDX-License-Identifier: MIT
// Inputs that are known to cost cmark-gfm quadratic time or memory are refused; others of the same size are
// compiled.
#include <catch2/catch.hpp>

#include "engine/diagnostics/markdown_codes.h"
#include "engine/markdown/bounds.h"
#include "engine/model/limits.h"
#include "tests/markdown/rendered.h"

namespace tsg::test {

namespace {

std::string repeated(std::string_view text, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += text;
  return out;
}

constexpr std::size_t large = 40U << 10U;

}  // namespace

TEST_CASE("quadratic inputs are refused before they are parsed") {
  const std::string columns = repeated("|a", 2000);
  const std::vector<std::string> refused = {
      columns + "|\n" + repeated("|-", 2000) + "|\n" + repeated("a\n", 4000),
      "|a|b|c|d|e|f|g|h|\n|-|-|-|-|-|-|-|-|\n" + repeated("a\n", 6000),
      "|a|b|\n|-|-|\n" + repeated("|", 10000),
      repeated("a|", 10000) + "\n|-|\n",
      repeated("a\n|-|-|\n", 200000),
      repeated("a\n:-\n", 200000),
      "[a]: /" + repeated("u", 20000) + "\n\n" + repeated("[a]", 2000),
      repeated("1. ", 3000) + repeated("\n", 3000),
      repeated("> ", 3000) + "a",
      repeated("a", limits::markdown_bytes + 1),
  };
  for (const std::string& body : refused) {
    INFO(body.substr(0, 60));
    CHECK(beyond_bounds(body).has_value());
    const Compilation compilation = compile(body);
    CHECK(compilation.article == CompiledArticle{});
    CHECK(has_code(compilation, codes::body_beyond_bounds));
  }
}

TEST_CASE("text nested too deep is refused after it is parsed") {
  for (const std::string& body :
       {repeated("*a **b ", 4000) + repeated("** *", 4000), repeated("[![", 3000) + repeated("](x)", 8000)}) {
    CHECK(first_unbalanced_tag(html_of(body)) == "");
  }
  std::string list;
  for (std::size_t depth = 0; depth < 100; ++depth) list += std::string(depth * 2, ' ') + "- a\n";
  CHECK(has_code(compile(list), codes::body_beyond_bounds));
}

TEST_CASE("large inputs that only look dangerous are compiled, and stay within bounds") {
  for (const std::string_view text : {"![l",
                                      "[",
                                      "<!-",
                                      "<!--",
                                      "<?",
                                      "<![CDATA[",
                                      "_a __a ",
                                      "*a **a ",
                                      "a**bc* ",
                                      "~a~~b ",
                                      "&a",
                                      "<a ",
                                      "<a b=\"",
                                      ">\n",
                                      "- a\n",
                                      "a|",
                                      "[a][",
                                      "\\",
                                      "- [x] a\n",
                                      "*_~a~_*",
                                      "[![a",
                                      "<div\n",
                                      "<b>",
                                      "</b>",
                                      "<ul><li>",
                                      "<script>",
                                      "<script>`",
                                      "<azureKB>",
                                      "<!--$A-->",
                                      "<!--/$A-->",
                                      "<!--$A-->x<!--/$A-->",
                                      "<!--$A-->`<!--/$A-->",
                                      "<!-- <!--$A-->x<!--/$A-->",
                                      "<!-- ` -->",
                                      "<!-- x -->",
                                      "<!-- x -->y ",
                                      "> <!-- x -->y\n",
                                      "<!-- audience: agent -->",
                                      "<!-- /audience -->",
                                      "<!--issueDescription-->",
                                      "<!--/issueDescription-->x",
                                      "<!--issueDescription-->a <!--/issueDescription-->",
                                      "<foo>",
                                      "[a](x:y) ",
                                      "# a\n",
                                      "a<!-- x -->",
                                      "<a title=\"<!--"}) {
    INFO(text);
    const std::string body = repeated(text, large);
    if (beyond_bounds(body)) continue;
    const Compilation compilation = compile(body);
    CHECK(rendered(compilation.article, compilation.article.html).size() <= limits::rendered_bytes);
    CHECK(rendered(compilation.article, compilation.article.markdown).size() <= limits::rendered_bytes);
    CHECK(compilation.diagnostics.size() <= Reporter::most_messages + 1);
  }
}

}  // namespace tsg::test
