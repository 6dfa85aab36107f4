// SPDX-License-Identifier: MIT
#include "tests/conform/tally.h"

#include <fmt/format.h>

#include <utility>

namespace tsg::conform {

void Tally::begin(std::string subject) {
  subject_ = std::move(subject);
  failed_ = false;
}

void Tally::differ(std::string_view field, std::string_view expected, std::string_view got) {
  failed_ = true;
  fmt::print("{}: {}\n  expected {}\n  got      {}\n", subject_, field, expected, got);
}

void Tally::explain(const std::string& reason, std::string_view field, std::string_view expected,
                    std::string_view got) {
  ++explained_[reason];
  if (listing_ == Listing::Failures) return;
  fmt::print("{}: {} (explained: {})\n  expected {}\n  got      {}\n", subject_, field, reason, expected,
             got);
}

void Tally::end() {
  ++(failed_ ? failed_count_ : passed_count_);
}

int Tally::close() const {
  for (const auto& [reason, count] : explained_) fmt::print("explained: {} ({})\n", reason, count);
  fmt::print("{} passed, {} failed\n", passed_count_, failed_count_);
  return failed_count_ == 0 ? 0 : 1;
}

}  // namespace tsg::conform
