// SPDX-License-Identifier: MIT
// Host names (RFC 1123 letters, digits, hyphens; underscores are let through since real DNS has them),
// wildcards of certificates (RFC 6125: one leading label), and the host of a URL.
#pragma once

#include <string_view>

namespace tsg {

// Labels of 1..63 characters of [A-Za-z0-9_-], none beginning or ending with a hyphen, at most 253 in all,
// not all digits in the last; a final dot is allowed. An IP address is no host name.
bool is_host_name(std::string_view text);

// Case-free; a final dot plays no part. A leading `*.` of the pattern covers exactly one label.
bool host_matches(std::string_view pattern, std::string_view host);

// The host of `https://user@host:port/path` or of `//host/path`; an IPv6 address without its brackets; empty
// when the text has no authority or the host is neither a name nor an address. A view into `url`.
std::string_view host_of_url(std::string_view url);

}  // namespace tsg
