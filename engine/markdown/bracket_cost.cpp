// SPDX-License-Identifier: MIT
#include "engine/markdown/bracket_cost.h"

#include <algorithm>

#include "engine/text/line_end.h"

namespace tsg {

std::size_t bracket_looks(std::string_view markdown) {
  std::size_t looks = 0;
  std::size_t opened = 0;  // since the last blank line
  while (!markdown.empty()) {
    const std::size_t end = line_end(markdown, 0);
    const std::string_view line = markdown.substr(0, end);
    if (line.find_first_not_of(" \t>") == std::string_view::npos) opened = 0;
    for (const char c : line) {
      if (c == '[') ++opened;
      if (c == ']') looks += opened;
    }
    markdown.remove_prefix(std::min(markdown.size(), end + 1));
  }
  return looks;
}

}  // namespace tsg
