// SPDX-License-Identifier: MIT
// Text with keys in it, piece by piece.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/markdown/cuts.h"

namespace tsg {

// Calls on_text(std::string_view) and on_cut(std::size_t cut, ByteRange range) in order. Empty texts are left
// out.
template <typename OnText, typename OnCut>
void for_each_piece(std::string_view text, const PreparedBody& body, const OnText& on_text,
                    const OnCut& on_cut) {
  std::size_t at = 0;
  for (auto found = body.find(text, 0); found; found = body.find(text, at)) {
    if (found->range.begin > at) on_text(text.substr(at, found->range.begin - at));
    on_cut(found->cut, found->range);
    at = found->range.end;
  }
  if (at < text.size()) on_text(text.substr(at));
}

// The markers of a text that must stay whole, such as a fence of code: those whose other end stands outside
// of it.
struct OutsideMarkers {
  std::vector<std::size_t> begins = {};  // to be put in front of the text
  std::vector<std::size_t> ends = {};    // to be put behind it

  bool holds(std::size_t cut) const {
    return std::find(begins.begin(), begins.end(), cut) != begins.end() ||
           std::find(ends.begin(), ends.end(), cut) != ends.end();
  }
};

OutsideMarkers outside_markers(std::string_view text, const PreparedBody& body);

// True when nothing but keys of markers and blanks is in it.
bool only_markers(std::string_view text, const PreparedBody& body);

}  // namespace tsg
