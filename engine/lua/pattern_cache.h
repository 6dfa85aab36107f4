// SPDX-License-Identifier: MIT
// Compiled patterns of `text.match`, the last few dozen. Patterns are the author's, the text they meet is a
// stranger's: RE2 matches in time linear in the text, and the size of a compiled pattern is bounded here.
#pragma once

#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace re2 {
class RE2;
}

namespace tsg::lua {

class PatternCache {
 public:
  static constexpr std::size_t pattern_bytes = 1000;
  static constexpr std::size_t patterns = 64;

  PatternCache();
  ~PatternCache();
  PatternCache(PatternCache&&) = delete;

  struct Delete {
    void operator()(re2::RE2* compiled) const;
  };
  // A pattern that was asked for: `compiled` is null when it cannot be used, and `problem` says why.
  struct Entry {
    std::string pattern = {};
    std::unique_ptr<re2::RE2, Delete> compiled = {};
    std::string problem = {};
  };
  // The entry stays valid until the next call. REQUIRES: pattern.size() <= pattern_bytes
  const Entry& find(std::string_view pattern);

 private:
  std::list<Entry> entries_;  // the last used in front
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_pattern_;
};

// The captures of the first match, or the whole match when the pattern has none; a group that took no part is
// nullopt. Nothing when `text` does not match.
using Captures = std::vector<std::optional<std::string_view>>;
std::optional<Captures> first_match(const re2::RE2& pattern, std::string_view text);

}  // namespace tsg::lua
