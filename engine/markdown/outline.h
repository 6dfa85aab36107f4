// SPDX-License-Identifier: MIT
// The headings and links of a Markdown text, as cmark-gfm sees them with tables, strikethrough and task
// lists.
#pragma once

#include <string_view>
#include <vector>

#include "engine/model/article.h"

namespace tsg {

struct Outline {
  std::vector<Heading> headings = {};
  std::vector<Link> links = {};  // images too; in the order of their beginnings
  bool operator==(const Outline&) const = default;
};

// Lines are those of `markdown`, 1-based and counted by LF; a link's is the one it begins on.
// What is given as written is empty where that cannot be told surely: behind escaped bars in a table, for a
// text of several thousand bytes, for a heading of several lines. REQUIRES: !beyond_bounds(markdown)
Outline read_outline(std::string_view markdown);

}  // namespace tsg
