// SPDX-License-Identifier: MIT
// Ids of headings, in the way readers know from GitHub: "How to fix it?" -> "how-to-fix-it".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

namespace tsg {

// Lower-case letters, digits, `-` and `_` of a heading; blanks become `-`. `text` is HTML without tags.
// Letters beyond ASCII stay as they are.
std::string slug_of(std::string_view text);

// The ids of one document: the second of the same slug gets `-1`, the third `-2`, and never one that is
// taken.
class Anchors {
 public:
  std::string add(std::string_view heading_text);

 private:
  std::unordered_set<std::string> taken_;
  std::map<std::string, int, std::less<>> next_number_;
};

}  // namespace tsg
