// SPDX-License-Identifier: MIT
// Finds the column of a member by where it stood in the object before: objects of one kind give their members
// in one order, so that most names are told by one comparison.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/loader/member_index.h"

namespace tsg {

class MemberOrder {
 public:
  // The same as index.find(shape, name); `ordinal` is the member's place among those of its object.
  std::uint32_t column(const MemberIndex& index, std::uint32_t shape, std::size_t ordinal,
                       std::string_view name) {
    if (ordinal < seen_.size() && seen_[ordinal].name == name) return seen_[ordinal].column;
    const std::uint32_t column = index.find(shape, name);
    if (ordinal >= most_members || name.size() > longest_name) return column;
    if (ordinal >= seen_.size()) seen_.resize(ordinal + 1);
    seen_[ordinal] = {std::string(name), column};
    return column;
  }

 private:
  static constexpr std::size_t most_members = 64;
  static constexpr std::size_t longest_name = 64;
  struct Seen {
    std::string name = {};
    std::uint32_t column = no_column;
  };
  std::vector<Seen> seen_ = {};  // by ordinal
};

}  // namespace tsg
