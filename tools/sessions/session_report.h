// SPDX-License-Identifier: MIT
// What the journals of many sessions say of their guides: where agents do not know, overrule, turn back.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace tsg {

// How often readers found something helpful. A session counts once for each thing, with its last rating.
struct RatingCounts {
  std::uint64_t helped = 0;
  std::uint64_t not_helped = 0;
  std::uint64_t other = 0;  // another word than "helped" and "not"
  bool operator==(const RatingCounts&) const = default;
};

struct StepCounts {
  std::uint64_t asked = 0;                            // answered or set aside, each time
  std::uint64_t set_aside = 0;                        // of those: "don't know"
  std::uint64_t overridden = 0;                       // of those: answered with a reason
  std::uint64_t undone = 0;                           // of those: taken back later
  std::uint64_t left_open = 0;                        // sessions that now have it open, for any subject
  std::map<std::string, std::uint64_t> options = {};  // what was answered, each time
  RatingCounts ratings = {};
  bool operator==(const StepCounts&) const = default;
};

struct OutcomeCounts {
  std::uint64_t reached = 0;  // sessions whose summary names it
  RatingCounts ratings = {};
  bool operator==(const OutcomeCounts&) const = default;
};

struct GuideCounts {
  std::uint64_t sessions = 0;
  std::uint64_t ended = 0;
  std::map<std::string, StepCounts> steps = {};
  std::map<std::string, OutcomeCounts> outcomes = {};  // by target: "outcome:add-servers"
  bool operator==(const GuideCounts&) const = default;
};

using SessionReport = std::map<std::string, GuideCounts>;  // by guide

}  // namespace tsg
