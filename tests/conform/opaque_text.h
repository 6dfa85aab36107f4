// SPDX-License-Identifier: MIT
// The parts of a Markdown text in which the tree sees neither headings nor links: code and raw HTML.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tsg::conform {

struct OpaqueText {
  std::uint32_t first_line = 0;  // of a block; for an inline those of the block it stands in
  std::uint32_t last_line = 0;
  bool block = false;
  std::string literal = {};
};

std::vector<OpaqueText> opaque_text(std::string_view markdown);

// Whether Markdown that consists of `text` alone holds a link or an image.
bool holds_link(std::string_view text);

}  // namespace tsg::conform
