// SPDX-License-Identifier: MIT
// Moments as RFC 3339 writes them: "2026-11-20T12:00:00Z", "2026-11-20T12:00:00.1234567+01:00".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tsg {

// Seconds since 1970-01-01T00:00:00Z; nothing when `text` is no RFC 3339 date-time. `T` and `Z` may be lower
// case, a blank may stand for `T`; digits of a second beyond the ninth are ignored; a leap second counts as
// the next second.
std::optional<double> parse_rfc3339(std::string_view text);

// In UTC, "2026-11-20T12:00:00Z", with as many digits of a second (at most six) as are not zero. Empty for
// what RFC 3339 cannot write: NaN, or a year outside 0000 to 9999.
std::string format_rfc3339(double seconds);

}  // namespace tsg
