// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tsg::web {

// Why the server itself, and no handler, sent a client away.
enum class RefusalReason : std::uint8_t {
  Malformed,     // 400, and what is no HTTP at all
  ForeignPage,   // 403: Origin or Sec-Fetch-Site of another site
  Method,        // 405
  Length,        // 411, 413
  Target,        // 414
  Expectation,   // 417
  ForeignHost,   // 421
  HeadTooLarge,  // 431
  Overloaded,    // 503: bodies, responses or listeners
  Version,       // 505
  Overdue,       // closed: it took too long over a request, or over taking the answer
  Crowded,       // closed: there were too many, and it was waited for the longest
  TurnedAway,    // closed: there were too many, and none was waited for
};

inline constexpr std::array<std::string_view, 13> refusal_names = {
    "malformed",      "foreign_page", "method",  "length",  "target",  "expectation", "foreign_host",
    "head_too_large", "overloaded",   "version", "overdue", "crowded", "turned_away"};

// REQUIRES: the status is one that the gate or the reading of a request refuses with
constexpr RefusalReason reason_of_refusal(unsigned status) {
  switch (status) {
    case 403:
      return RefusalReason::ForeignPage;
    case 405:
      return RefusalReason::Method;
    case 411:
    case 413:
      return RefusalReason::Length;
    case 414:
      return RefusalReason::Target;
    case 417:
      return RefusalReason::Expectation;
    case 421:
      return RefusalReason::ForeignHost;
    case 431:
      return RefusalReason::HeadTooLarge;
    case 503:
      return RefusalReason::Overloaded;
    case 505:
      return RefusalReason::Version;
    default:
      return RefusalReason::Malformed;
  }
}

}  // namespace tsg::web
