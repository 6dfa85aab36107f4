// SPDX-License-Identifier: MIT
#include "tools/server/authority.h"

#include <fmt/format.h>

#include <array>
#include <string>

#include "engine/text/ascii.h"

namespace tsg::web {

bool own_authority(std::string_view host, std::uint16_t port) {
  constexpr std::array<std::string_view, 3> names = {"localhost", "127.0.0.1", "[::1]"};
  for (const std::string_view name : names) {
    if (equal_ignoring_case(host, fmt::format("{}:{}", name, port))) return true;
    if (port == 80 && equal_ignoring_case(host, name)) return true;
  }
  return false;
}

bool own_origin(const Headers& headers) {
  const std::string* const site = find_header(headers, "Sec-Fetch-Site");
  if (site && *site != "same-origin" && *site != "none") return false;
  const std::string* const origin = find_header(headers, "Origin");
  if (!origin) return true;
  if (*origin == "null") return site && *site == "same-origin";
  const std::string* const host = find_header(headers, "Host");
  return host && equal_ignoring_case(*origin, "http://" + *host);
}

}  // namespace tsg::web
