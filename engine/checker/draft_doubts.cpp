// SPDX-License-Identifier: MIT
#include "engine/checker/draft_doubts.h"

#include <algorithm>

#include "engine/diagnostics/draft_codes.h"
#include "engine/diagnostics/source.h"
#include "engine/text/ascii.h"

namespace tsg {

Diagnostics check_doubts(const std::string& file, std::string_view text) {
  Diagnostics found;
  const Source source(file, text);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = ascii_trimmed(text.substr(at, end - at));
    if (line.starts_with(doubt_mark)) {
      const auto begin = static_cast<std::size_t>(line.data() - text.data());
      found.push_back(
          source.diagnose(codes::draft_doubt, {begin, begin + line.size()},
                          "the import was not sure: " + std::string(line.substr(doubt_mark.size())),
                          "mend what it says, or see that it is right, and take the line out"));
    }
    at = end + 1;
  }
  return found;
}

}  // namespace tsg
