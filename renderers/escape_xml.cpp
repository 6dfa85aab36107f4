// SPDX-License-Identifier: MIT
#include "renderers/escape_xml.h"

#include "renderers/escape_html.h"

namespace tsg {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool has_no_place(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r';
}

}  // namespace

std::string xml(std::string_view text) {
  const std::string escaped = html(text);
  std::string out;
  out.reserve(escaped.size());
  for (std::size_t at = 0; at < escaped.size(); ++at) {
    const std::string_view three = std::string_view(escaped).substr(at, 3);
    if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {
      out += replacement;
      at += 2;
    } else if (has_no_place(escaped[at])) {
      out += replacement;
    } else {
      out += escaped[at];
    }
  }
  return out;
}

}  // namespace tsg
