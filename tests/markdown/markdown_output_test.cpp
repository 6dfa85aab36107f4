// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <iostream>

#include "engine/markdown/bounds.h"
#include "tests/markdown/rendered.h"
#include "tests/markdown/shared_articles.h"

namespace tsg::test {

namespace {

std::string markdown_of(std::string_view body) {
  const Compilation compilation = compile(body);
  return rendered(compilation.article, compilation.article.markdown);
}

// A heading of several lines is written on one.
std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace

TEST_CASE("real articles written as Markdown read again as the same document") {
  const std::vector<std::string> bodies = shared_bodies();
  std::size_t asked = 0;
  std::size_t equal = 0;
  for (const std::string& body : bodies) {
    if (body.find("<!--$") != std::string::npos || beyond_bounds(body)) continue;
    ++asked;
    const std::string again = markdown_of(body);
    const bool same = on_one_line(html_of(again)) == on_one_line(html_of(body));
    equal += same ? 1 : 0;
    if (!same && asked - equal < 12) {
      std::cout << "=====DIFF\n";
      std::string a = html_of(body), b = html_of(again);
      std::size_t i = 0;
      while (i < a.size() && i < b.size() && a[i] == b[i]) ++i;
      i = i > 60 ? i - 60 : 0;
      std::cout << a.substr(i, 200) << "\n-----\n" << b.substr(i, 200) << "\n";
    }
  }
  if (!bodies.empty())
    std::cout << "Markdown read again: " << equal << " of " << asked << " articles equal\n";
}

}  // namespace tsg::test
