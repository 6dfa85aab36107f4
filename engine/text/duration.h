// SPDX-License-Identifier: MIT
// Spans of time in the forms that Azure and people write:
//
//   90s  30m  24h  7d  1.5h          a number and a unit
//   PT1H30M  P1DT2H  P2W  PT0.5S     ISO 8601, without years and months (their length varies)
//   02:03:04  1.02:03:04  00:00:30.5 .NET: [days.]hours:minutes:seconds[.fraction]
#pragma once

#include <optional>
#include <string_view>

namespace tsg {

// Seconds, never negative; nothing when `text` is none of the forms.
std::optional<double> parse_duration(std::string_view text);

}  // namespace tsg
