// SPDX-License-Identifier: MIT
// WordTable: numbers words from 0 in the order they are first met. Keeps: every number below size() stands
// for one word, no two for the same. One block of bytes and one of slots, so that a word costs no allocation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tsg {

class WordTable {
 public:
  // The number of `word`, which is size() before the call when the word is new.
  std::uint32_t number(std::string_view word);
  // REQUIRES: number < size(). The view holds until the next call of number().
  std::string_view word(std::uint32_t number) const;
  std::size_t size() const { return ends_.size(); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t next_number = 0;  // the word's number plus 1; 0 is free
  };
  void grow();

  std::string bytes_ = {};
  std::vector<std::size_t> ends_ = {};  // of each word in bytes_
  std::vector<Slot> slots_ = {};        // as many as a power of two
};

}  // namespace tsg
