// SPDX-License-Identifier: MIT
#include "renderers/search/word_table.h"

#include <cassert>
#include <cstring>
#include <utility>

namespace tsg {
namespace {

constexpr std::size_t first_slots = 1024;

std::uint64_t mixed(std::uint64_t value) {
  value *= 0x9E3779B97F4A7C15U;
  return value ^ (value >> 29U);
}

template <typename Number>
std::uint64_t number_at(const char* bytes) {
  Number number = 0;
  std::memcpy(&number, bytes, sizeof(number));
  return number;
}

// The bytes of a word of less than eight, some of them twice.
std::uint64_t short_bytes(std::string_view word) {
  const std::size_t size = word.size();
  if (size >= 4) {
    return number_at<std::uint32_t>(word.data()) << 32U | number_at<std::uint32_t>(word.data() + size - 4);
  }
  if (size >= 2) {
    return number_at<std::uint16_t>(word.data()) << 16U | number_at<std::uint16_t>(word.data() + size - 2);
  }
  return size == 0 ? 0 : static_cast<unsigned char>(word.front());
}

std::uint32_t hash_of(std::string_view word) {
  std::uint64_t hash = word.size();
  if (word.size() < 8)
    return static_cast<std::uint32_t>(mixed(mixed(hash << 56U ^ short_bytes(word))) >> 24U);
  for (std::size_t at = 0; at + 8 < word.size(); at += 8)
    hash = mixed(hash ^ number_at<std::uint64_t>(word.data() + at));
  hash = mixed(hash ^ number_at<std::uint64_t>(word.data() + word.size() - 8));
  return static_cast<std::uint32_t>(mixed(hash) >> 24U);
}

}  // namespace

std::string_view WordTable::word(std::uint32_t number) const {
  assert(number < ends_.size());
  const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
  return {bytes_.data() + begin, ends_[number] - begin};
}

std::uint32_t WordTable::number(std::string_view text) {
  if (ends_.size() * 4 >= slots_.size() * 3) grow();
  const std::uint32_t hash = hash_of(text);
  std::size_t at = hash & (slots_.size() - 1);
  for (; slots_[at].next_number != 0; at = (at + 1) & (slots_.size() - 1)) {
    const std::uint32_t found = slots_[at].next_number - 1;
    if (slots_[at].hash == hash && word(found) == text) return found;
  }
  bytes_ += text;
  ends_.push_back(bytes_.size());
  slots_[at] = {.hash = hash, .next_number = static_cast<std::uint32_t>(ends_.size())};
  return slots_[at].next_number - 1;
}

void WordTable::grow() {
  std::vector<Slot> slots(slots_.empty() ? first_slots : slots_.size() * 2);
  for (const Slot slot : slots_) {
    if (slot.next_number == 0) continue;
    std::size_t at = slot.hash & (slots.size() - 1);
    while (slots[at].next_number != 0) at = (at + 1) & (slots.size() - 1);
    slots[at] = slot;
  }
  slots_ = std::move(slots);
}

}  // namespace tsg
