// SPDX-License-Identifier: MIT
// Whether a request was meant for this server. A page of another site can make a browser send requests here,
// under a name of its own that it lets point to this machine (DNS rebinding); the browser says so in Host,
// Origin and Sec-Fetch-Site, which a page cannot forge.
// Tested by request_gate_test.cpp and rebinding_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "tools/server/header.h"

namespace tsg::web {

// What a browser sees in front of the Host: a proxy may speak TLS for this server, which does not itself.
enum class Scheme : std::uint8_t { Http, Https };

// `host` is localhost, 127.0.0.1 or [::1], with `:port`; without it only when `port` is 80.
bool own_authority(std::string_view host, std::uint16_t port);

// `host` is one of `hosts`, byte for byte.
bool own_host(std::string_view host, std::span<const std::string> hosts);

// What a list of Hosts may hold: a name, an IPv4 address or an IPv6 address in brackets, in lower case as
// browsers send it, with or without `:port`: "help.contoso.com", "help.contoso.com:8443", "[2001:db8::7]".
bool valid_host(std::string_view host);

// A POST with these headers comes from a page of this server, or from no page at all. A browser that was told
// `Referrer-Policy: no-referrer` sends `Origin: null` with this server's own forms (Fetch standard, "append a
// request Origin header"), so `null` counts as own when Sec-Fetch-Site says same-origin.
// REQUIRES: own_authority or own_host of the Host header
bool own_origin(const Headers& headers, Scheme scheme = Scheme::Http);

}  // namespace tsg::web
