// SPDX-License-Identifier: MIT
// From a member's name in a JSON object to its column in the catalogue, without case, in constant time.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/model/catalogue.h"

namespace tsg {

inline constexpr std::uint32_t no_column = UINT32_MAX;

// Borrows the catalogue.
class MemberIndex {
 public:
  explicit MemberIndex(const Catalogue& catalogue);
  // The column of `name` in the rows of `shape`, or no_column.
  std::uint32_t find(std::uint32_t shape, std::string_view name) const;

 private:
  struct Entry {
    std::string_view name = {};
    std::uint32_t shape = 0;
    std::uint32_t column = no_column;  // no_column: nothing stands here
  };

  void add(std::uint32_t shape, std::string_view name, std::uint32_t column);

  std::vector<Entry> entries_ = {};  // open addressing; a power of two of them, at most half in use
  std::size_t mask_ = 0;
};

}  // namespace tsg
