// SPDX-License-Identifier: MIT
// What stands where in the HTML of an article: elements, keys with their contexts, headings.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/markdown/cuts.h"
#include "engine/model/segment.h"

namespace tsg {

// elements[0] is the article as a whole.
struct HtmlElement {
  std::size_t parent = 0;
  std::size_t depth = 0;
  std::size_t begin = 0;  // of its open tag
  std::size_t end = 0;    // behind its close tag
};

struct FoundCut {
  std::size_t cut = 0;
  ByteRange range = {};  // of the key, in the HTML
  SlotContext context = SlotContext::Text;
  std::size_t element = 0;  // the innermost one around it
  bool in_tag = false;
};

struct FoundHeading {
  std::size_t id_at = 0;  // where an id attribute may be put into its tag
  std::string text = {};  // HTML without tags, defaults in place of keys; without words for agents
};

struct HtmlScan {
  std::vector<HtmlElement> elements = {};
  std::vector<FoundCut> cuts = {};
  std::vector<FoundHeading> headings = {};
};

// REQUIRES: every element of `html` is closed where it was opened, attributes are quoted, `<` and `>` stand
// in tags only
HtmlScan scan_rendered_html(std::string_view html, const PreparedBody& body);

// The context of a slot in a URL, with `before` and `behind` it.
SlotContext url_context(std::string_view before, std::string_view behind);

}  // namespace tsg
