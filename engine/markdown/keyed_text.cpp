// SPDX-License-Identifier: MIT
#include "engine/markdown/keyed_text.h"

#include "engine/text/ascii.h"

namespace tsg {

OutsideMarkers outside_markers(std::string_view text, const PreparedBody& body) {
  std::vector<std::size_t> inside;
  for_each_piece(
      text, body, [](std::string_view) {}, [&](std::size_t cut, ByteRange) { inside.push_back(cut); });
  std::sort(inside.begin(), inside.end());
  OutsideMarkers outside;
  for (const std::size_t index : inside) {
    const Cut& cut = body.cuts[index];
    if (!is_marker(cut.kind) || std::binary_search(inside.begin(), inside.end(), cut.partner)) continue;
    const bool begin = cut.kind == CutKind::SectionBegin || cut.kind == CutKind::AgentBegin;
    (begin ? outside.begins : outside.ends).push_back(index);
  }
  return outside;
}

bool only_markers(std::string_view text, const PreparedBody& body) {
  bool only = true;
  for_each_piece(
      text, body, [&](std::string_view piece) { only = only && ascii_trimmed(piece).empty(); },
      [&](std::size_t cut, ByteRange) { only = only && is_marker(body.cuts[cut].kind); });
  return only;
}

}  // namespace tsg
