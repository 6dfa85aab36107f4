// SPDX-License-Identifier: MIT
// Appends segments, and numbers the placeholders they use.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/markdown/cuts.h"
#include "engine/model/segment.h"

namespace tsg {

// The placeholders of an article, numbered in the order of first use; shared by its outputs.
class PlaceholderNames {
 public:
  std::uint32_t number_of(const std::string& name);
  std::vector<std::string> take() { return std::move(names_); }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

// Borrows names, which must outlive it.
class SegmentWriter {
 public:
  explicit SegmentWriter(PlaceholderNames& names) : names_(names) {}

  void literal(std::string_view text);
  // A literal that stays a segment of its own: a fence of code that holds slots.
  void fence(SlotContext context, std::uint16_t run, std::string text);
  void slot(const Cut& cut, SlotContext context, std::uint16_t run = 0);
  // REQUIRES: is_marker(kind)
  void marker(CutKind kind, const std::string& name);

  // Bytes written so far, slots counted by their defaults.
  std::size_t bytes() const { return bytes_; }
  // A text for agents that is still open ends here.
  Segments take();

 private:
  PlaceholderNames& names_;
  Segments segments_;
  std::size_t bytes_ = 0;
  int agents_ = 0;
};

}  // namespace tsg
