// SPDX-License-Identifier: MIT
// A value into a URL that stands in a quoted attribute.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tsg {

enum class UrlPosition : std::uint8_t {
  Start,  // the value begins the URL
  Head,   // what stands before it may still become a scheme, with the value
  Tail    // the scheme is settled
};

enum class UrlCount : std::uint8_t { One, Several };

// What a value becomes that would begin a URL with another scheme than http, https and mailto.
inline constexpr std::string_view blocked_link = "#blocked";

// The position of what comes behind `url`, the escaped URL so far.
UrlPosition position_behind(std::string_view url);

// Controls are dropped, spaces at the ends too. What is no URL character is percent-encoded, and so are
// backslashes, quotes, at UrlPosition::Head colons, and where an attribute holds several URLs commas; %XX
// stays. The result holds ASCII alone, and nothing that ends an attribute.
void append_template_url(std::string& out, std::string_view value, UrlPosition position, UrlCount count);

}  // namespace tsg
