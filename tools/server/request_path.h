// SPDX-License-Identifier: MIT
// The target of a request line, read once and strictly: "/guides/a%20b/?step=sku" is the path "/guides/a b/"
// and the query {step, sku}. What comes out can be looked up as it stands: nobody decodes it again, so a
// doubly encoded `%252e%252e` is a name that holds `%2e%2e` and leads nowhere.
// Tested by request_path_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "tools/server/request.h"

namespace tsg::web {

enum class TargetFault : std::uint8_t {
  TooLong,       // over limits::target_bytes
  NotAPath,      // begins with no `/`: "http://...", "*", "host:80"
  Fragment,      // holds `#`
  BadEscape,     // `%` without two hexadecimal digits
  Control,       // NUL, C0, DEL or C1, plain or encoded
  Backslash,     // plain or encoded
  EncodedSlash,  // `%2F` in the path: a segment that is two
  DotSegment,    // `.` or `..`
  EmptySegment,  // `//`
  NotUtf8,       // overlong, a surrogate, beyond U+10FFFF, a byte alone
  TooManyParameters,
};

struct Target {
  std::string path = {};
  Query query = {};
  bool operator==(const Target&) const = default;
};

std::variant<Target, TargetFault> read_target(std::string_view raw);

// "name=value&name=value" of a query or a form: `+` is a blank. A NUL and what is not UTF-8 is refused; line
// ends, which a form's text field holds, are not.
std::variant<Query, TargetFault> read_query(std::string_view raw);

// What is wrong, for a reader: "the path holds `.` or `..`".
std::string_view text_of(TargetFault fault);

// A path as a Location header may hold it: all but letters, digits and `-._~/` percent-encoded.
std::string encode_path(std::string_view path);

}  // namespace tsg::web
