// SPDX-License-Identifier: MIT
// The tags that stand in the Markdown of an article outside code and comments.
#pragma once

#include <string_view>
#include <vector>

#include "engine/model/article.h"

namespace tsg {

struct ComponentTag {
  std::string_view name = {};  // letters only, as written; of the article's text
  ByteRange range = {};        // of the decoded text, `<` and `>` included
  bool closes = false;         // `</name>`
  bool empty = false;          // `<name/>`
};

// In their order. Tags whose names hold other characters than letters and digits are left out. Indented lines
// are no code here: authors indent components. Costs O(n log n) of the text's bytes.
std::vector<ComponentTag> component_tags(const Article& article);

}  // namespace tsg
