// SPDX-License-Identifier: MIT
#include "renderers/display_width.h"

#include <utf8proc.h>

#include <algorithm>

#include "engine/text/utf8.h"

namespace tsg {

namespace {

// A character with the marks and joined characters behind it.
struct Cluster {
  std::size_t bytes = 0;
  std::size_t columns = 0;
};

std::size_t columns_of(std::uint32_t code_point) {
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point));
  return static_cast<std::size_t>(std::max(width, 0));
}

bool printable_ascii(char c) {
  return c >= ' ' && c <= '~';
}

Cluster cluster_at(std::string_view text, std::size_t at) {
  // Nothing joins a printable ASCII character to another one.
  const bool followed = at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0x80;
  if (printable_ascii(text[at]) && !followed) return {1, 1};
  Cluster cluster;
  utf8proc_int32_t state = 0;
  utf8proc_int32_t before = 0;
  while (at + cluster.bytes < text.size()) {
    const DecodedCharacter character = decode_utf8(text, at + cluster.bytes);
    const auto code_point = static_cast<utf8proc_int32_t>(character.code_point);
    const bool first = cluster.bytes == 0;
    if (!first && utf8proc_grapheme_break_stateful(before, code_point, &state)) break;
    cluster.bytes += character.size;
    cluster.columns = std::max(cluster.columns, columns_of(character.code_point));
    before = code_point;
  }
  return cluster;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Cluster cluster = cluster_at(text, at);
    columns += cluster.columns;
    at += cluster.bytes;
  }
  return columns;
}

std::size_t fitting_bytes(std::string_view text, std::size_t columns) {
  std::size_t bytes = 0;
  std::size_t used = 0;
  while (bytes < text.size()) {
    const Cluster cluster = cluster_at(text, bytes);
    if (bytes > 0 && used + cluster.columns > columns) break;
    used += cluster.columns;
    bytes += cluster.bytes;
  }
  return bytes;
}

}  // namespace tsg
