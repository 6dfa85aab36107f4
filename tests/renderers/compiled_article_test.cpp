// SPDX-License-Identifier: MIT
#if __has_include("engine/markdown/compile.h")  // until both branches are one
// Articles as engine/markdown compiles them, filled with hostile values: real ones, and random ones with
// placeholders wherever they may stand.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "engine/markdown/compile.h"
#include "renderers/fill.h"
#include "tests/renderers/hostile_values.h"
#include "tests/renderers/html_tokens.h"
#include "tests/renderers/markdown_shape.h"

using namespace tsg;
using namespace tsg::test;

namespace {

CompiledArticle compiled(const std::string& body) {
  const PlaceFinder nowhere = [](std::size_t, std::size_t) { return Place{}; };
  return compile_markdown(body, nowhere).article;
}

FilledArticle filled_with(const CompiledArticle& article, const std::vector<std::string>& values) {
  FilledArticle filled;
  for (std::size_t i = 0; i < article.placeholders.size(); ++i) {
    filled.values.push_back({.placeholder = article.placeholders[i], .value = values[i % values.size()]});
  }
  return filled;
}

std::string as_html(const CompiledArticle& article, const std::vector<std::string>& values) {
  std::string out;
  fill_html(out, article, filled_with(article, values));
  return out;
}

std::string as_markdown(const CompiledArticle& article, const std::vector<std::string>& values) {
  std::string out;
  fill_markdown(out, article, filled_with(article, values));
  return out;
}

// GFM makes links of the author's own bare URLs, and what stands beside them takes part in that.
bool has_bare_links(const CompiledArticle& article) {
  for (const std::string beside : {"x", ")", "*"}) {
    const std::string markdown = as_markdown(article, {beside});
    if (markdown_shape(markdown).nodes != markdown_shape(markdown, Autolinks::Off).nodes) return true;
  }
  return false;
}

bool keeps_its_shape(const CompiledArticle& article, const std::vector<std::string>& values) {
  const std::string html = as_html(article, values);
  const std::string markdown = as_markdown(article, values);
  const bool same_html = html_shape(html).tags == html_shape(as_html(article, {"x"})).tags;
  const bool same_markdown = has_bare_links(article) || markdown_shape(markdown).nodes ==
                                                            markdown_shape(as_markdown(article, {"x"})).nodes;
  if (same_html && same_markdown) return true;
  UNSCOPED_INFO((same_html ? markdown : html));
  UNSCOPED_INFO("with x: " << (same_html ? as_markdown(article, {"x"}) : as_html(article, {"x"})));
  return false;
}

std::vector<std::string> some_values(Random& random, const std::vector<std::string>& values) {
  std::vector<std::string> some;
  for (int i = 0; i < 3; ++i) some.push_back(values[random.below(values.size())]);
  return some;
}

std::vector<std::string> short_values() {
  std::vector<std::string> values = hostile_values(300);
  std::erase_if(values, [](const std::string& value) { return value.size() > 1000; });
  return values;
}

// Bodies of the shared articles that have placeholders; none without the shared data.
std::vector<std::string> shared_bodies_with_placeholders() {
  std::vector<std::string> bodies;
  const char* const folder = std::getenv("TSG_SHARED_DATA");
  if (folder == nullptr) return bodies;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(folder) + "/articles")) {
    if (entry.is_regular_file()) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    const std::size_t header = text.find("/>");
    if (header != std::string::npos && text.find("<!--$") != std::string::npos)
      bodies.push_back(text.substr(header + 2));
  }
  return bodies;
}

std::string random_body(Random& random) {
  static const std::vector<std::string> parts = {"*",
                                                 "**",
                                                 "_",
                                                 "~~",
                                                 "`",
                                                 "``",
                                                 "\n```\n",
                                                 "\n\n",
                                                 "\n",
                                                 " ",
                                                 "a",
                                                 "x. ",
                                                 "# ",
                                                 "\n## ",
                                                 "- ",
                                                 "\n- ",
                                                 "\n1. ",
                                                 "> ",
                                                 "| ",
                                                 " | ",
                                                 "\n|---|---|\n",
                                                 "[a](",
                                                 "[",
                                                 "](u)",
                                                 ")",
                                                 "!",
                                                 "http://",
                                                 "www.",
                                                 "@",
                                                 ".com",
                                                 "://",
                                                 "\\",
                                                 "&",
                                                 "<b>",
                                                 "</b>",
                                                 "<b title=\"",
                                                 "\">",
                                                 "    ",
                                                 "\n    ",
                                                 ".",
                                                 ")",
                                                 "\n---\n",
                                                 "\n===\n",
                                                 "user@host",
                                                 "[link](https://x.example/",
                                                 "?q=",
                                                 "<https://x.example/",
                                                 ">"};
  std::string body;
  for (std::size_t count = 1 + random.below(12); count-- > 0;) {
    body += random.below(3) == 0 ? "<!--$P" + std::to_string(random.below(3)) + "-->[d]<!--/$P"
                                 : parts[random.below(parts.size())];
    if (body.ends_with("/$P")) {
      const std::size_t open = body.rfind("<!--$P");
      body += body.substr(open + 6, 1) + "-->";
    }
  }
  return body;
}

}  // namespace

TEST_CASE("no value changes the shape of a real article") {
  Random random(7);
  const std::vector<std::string> values = short_values();
  for (const std::string& body : shared_bodies_with_placeholders()) {
    const CompiledArticle article = compiled(body);
    for (int round = 0; round < 4; ++round) {
      INFO(body.substr(0, 300));
      REQUIRE(keeps_its_shape(article, some_values(random, values)));
    }
  }
}

TEST_CASE("no value changes the shape of a random article") {
  Random random(11);
  const std::vector<std::string> values = short_values();
  for (int i = 0; i < 1500; ++i) {
    const std::string body = random_body(random);
    INFO("body: " << body);
    const std::vector<std::string> some = some_values(random, values);
    INFO("values: " << some[0] << " // " << some[1] << " // " << some[2]);
    CHECK(keeps_its_shape(compiled(body), some));
  }
}
#endif
