// SPDX-License-Identifier: MIT
// Values by 64-bit keys, in open addressing: what the planner looks up most, several times faster than a
// std::unordered_map. Entries are never removed. No key may be UINT64_MAX.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tsg {

inline std::uint64_t scattered(std::uint64_t key) {  // the finaliser of SplitMix64
  key = (key ^ (key >> 30U)) * 0xbf58476d1ce4e5b9U;
  key = (key ^ (key >> 27U)) * 0x94d049bb133111ebU;
  return key ^ (key >> 31U);
}

template <typename Value>
class KeyTable {
 public:
  // Null when it is absent; else it holds until a key is added.
  const Value* find(std::uint64_t key) const {
    for (std::size_t at = scattered(key) & (keys_.size() - 1);; at = (at + 1) & (keys_.size() - 1)) {
      if (keys_[at] == key) return &values_[at];
      if (keys_[at] == empty) return nullptr;
    }
  }

  // REQUIRES: the key is not there
  void add(std::uint64_t key, Value value) {
    if (2 * ++size_ > keys_.size()) grow();
    put(key, value);
  }

  std::size_t size() const { return size_; }

 private:
  static constexpr std::uint64_t empty = UINT64_MAX;
  static constexpr std::size_t first_places = 64;  // a power of two, and so are all that follow

  void put(std::uint64_t key, Value value) {
    std::size_t at = scattered(key) & (keys_.size() - 1);
    while (keys_[at] != empty) at = (at + 1) & (keys_.size() - 1);
    keys_[at] = key;
    values_[at] = value;
  }

  void grow() {
    std::vector<std::uint64_t> keys(keys_.size() * 4, empty);
    std::vector<Value> values(keys.size());
    keys.swap(keys_);
    values.swap(values_);
    for (std::size_t at = 0; at < keys.size(); ++at) {
      if (keys[at] != empty) put(keys[at], values[at]);
    }
  }

  std::vector<std::uint64_t> keys_ = std::vector<std::uint64_t>(first_places, empty);
  std::vector<Value> values_ = std::vector<Value>(first_places);
  std::size_t size_ = 0;
};

}  // namespace tsg
