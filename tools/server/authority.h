// SPDX-License-Identifier: MIT
// Whether a request was meant for this server. A page of another site can make a browser send requests here,
// under a name of its own that it lets point to 127.0.0.1 (DNS rebinding); the browser says so in Host,
// Origin and Sec-Fetch-Site, which a page cannot forge.
#pragma once

#include <cstdint>
#include <string_view>

#include "tools/server/header.h"

namespace tsg::web {

// `host` is localhost, 127.0.0.1 or [::1], with `:port`; without it only when `port` is 80.
bool own_authority(std::string_view host, std::uint16_t port);

// A POST with these headers comes from a page of this server, or from no page at all. A browser that was told
// `Referrer-Policy: no-referrer` sends `Origin: null` with this server's own forms (Fetch standard, "append a
// request Origin header"), so `null` counts as own when Sec-Fetch-Site says same-origin.
// REQUIRES: own_authority of the Host header
bool own_origin(const Headers& headers);

}  // namespace tsg::web
