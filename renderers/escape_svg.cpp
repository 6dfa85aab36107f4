// SPDX-License-Identifier: MIT
#include "renderers/escape_svg.h"

#include "renderers/escape_html.h"

namespace tsg {

std::string svg_text(std::string_view text) {
  std::string out = html(text);
  for (const std::string_view none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    for (std::size_t at = out.find(none); at != std::string::npos; at = out.find(none, at)) {
      out.replace(at, none.size(), "\xEF\xBF\xBD");
    }
  }
  return out;
}

}  // namespace tsg
