// SPDX-License-Identifier: MIT
// Counts and prints what a conformance run finds.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace tsg::conform {

enum class Listing { Failures, Everything };

class Tally {
 public:
  explicit Tally(Listing listing) : listing_(listing) {}

  void begin(std::string subject);
  // A difference that fails the subject.
  void differ(std::string_view field, std::string_view expected, std::string_view got);
  // A difference of a class whose definition was checked; it fails nothing.
  void explain(const std::string& reason, std::string_view field, std::string_view expected,
               std::string_view got);
  void end();
  // Prints the explained classes and the closing line; gives the exit code.
  int close() const;

 private:
  Listing listing_;
  std::string subject_ = {};
  bool failed_ = false;
  std::size_t passed_count_ = 0;
  std::size_t failed_count_ = 0;
  std::map<std::string, std::size_t> explained_ = {};
};

}  // namespace tsg::conform
