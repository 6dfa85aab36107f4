// SPDX-License-Identifier: MIT
#include "renderers/escape_xml.h"

#include "engine/text/utf8.h"

namespace tsg {

std::string escape_xml(std::string_view text) {
  std::string escaped;
  for (const char c : with_replacements(text)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '<') {
      escaped += "&lt;";
    } else if (c == '>') {
      escaped += "&gt;";
    } else if (c == '&') {
      escaped += "&amp;";
    } else if (c == '"') {
      escaped += "&quot;";
    } else if (byte < 0x20 && c != '\n' && c != '\t') {
      escaped += "\xEF\xBF\xBD";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

}  // namespace tsg
