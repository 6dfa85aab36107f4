// SPDX-License-Identifier: MIT
#include "engine/loader/member_index.h"

#include <bit>
#include <cstring>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

template <typename Word>
std::uint64_t word_at(const char* bytes) {
  Word word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

// At most eight bytes as one number; the two halves of four to eight bytes may overlap.
std::uint64_t tail_of(std::string_view name) {
  const char* const end = name.data() + name.size();
  if (name.size() >= 4) return word_at<std::uint32_t>(name.data()) << 32U | word_at<std::uint32_t>(end - 4);
  std::uint64_t tail = 0;
  for (const char c : name) tail = tail << 8U | static_cast<unsigned char>(c);
  return tail;
}

// Bit 0x20 set in every byte makes ASCII letters equal without case; that other characters fall together too
// costs a comparison now and then.
std::uint64_t folded_hash(std::uint32_t shape, std::string_view name) {
  constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15U;
  constexpr std::uint64_t fold = 0x2020202020202020U;
  std::uint64_t hash = (name.size() << 32U) ^ shape;
  for (; name.size() > 8; name.remove_prefix(8)) {
    hash = std::rotl((hash ^ (word_at<std::uint64_t>(name.data()) | fold)) * multiplier, 29);
  }
  hash = (hash ^ (tail_of(name) | fold)) * multiplier;
  return hash ^ (hash >> 32U);
}

bool same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         (std::memcmp(a.data(), b.data(), a.size()) == 0 || equal_ignoring_case(a, b));
}

}  // namespace

MemberIndex::MemberIndex(const Catalogue& catalogue)
    : entries_(std::bit_ceil(2 * catalogue.nodes.size() + 2)), mask_(entries_.size() - 1) {
  for (const NodeIndex object : catalogue.shapes) {
    for (const NodeIndex member : catalogue.node(object).members) {
      add(catalogue.node(object).shape, catalogue.node(member).name, catalogue.node(member).column);
    }
  }
}

void MemberIndex::add(std::uint32_t shape, std::string_view name, std::uint32_t column) {
  std::size_t at = folded_hash(shape, name) & mask_;
  while (entries_[at].column != no_column) at = (at + 1) & mask_;
  entries_[at] = {name, shape, column};
}

std::uint32_t MemberIndex::find(std::uint32_t shape, std::string_view name) const {
  for (std::size_t at = folded_hash(shape, name) & mask_; entries_[at].column != no_column;
       at = (at + 1) & mask_) {
    if (entries_[at].shape == shape && same_name(entries_[at].name, name)) return entries_[at].column;
  }
  return no_column;
}

}  // namespace tsg
