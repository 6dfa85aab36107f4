// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace tsg {

// Where an article's HTML goes in a page.
struct ArticlePlacement {
  int top_level = 2;  // the level of the article's H2; its H1s share it, deeper ones follow, at most 6
  std::string id_prefix =
      {};  // before every id and every link within the article: one page may show it many times
};

// Appends a filled article (fill_html) with its headings and ids moved. Wide tables get a box of their own
// that scrolls and takes the focus; so do code blocks. REQUIRES: `html` is sanitised: `<` begins a tag,
// attributes are in `"`.
void place_article(std::string& out, std::string_view html, const ArticlePlacement& placement);

}  // namespace tsg
