// SPDX-License-Identifier: MIT
#include "tools/server/authority.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/text/ascii.h"
#include "engine/text/host_name.h"

namespace tsg::web {

namespace {

bool lower_case(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c != ascii_lower(c); });
}

bool port_number(std::string_view text) {
  const bool digits = std::all_of(text.begin(), text.end(), ascii_digit);
  if (!digits || text.empty() || text.size() > 5 || text[0] == '0') return false;
  return std::stoul(std::string(text)) <= 65535;
}

bool bracketed(std::string_view text) {
  if (text.size() < 4 || text.front() != '[' || text.back() != ']') return false;
  text = text.substr(1, text.size() - 2);
  return text.find_first_not_of("0123456789abcdef:.") == std::string_view::npos &&
         text.find(':') != std::string_view::npos;
}

bool four_numbers(std::string_view text) {
  return text.find_first_not_of("0123456789.") == std::string_view::npos &&
         std::count(text.begin(), text.end(), '.') == 3;
}

}  // namespace

bool own_authority(std::string_view host, std::uint16_t port) {
  constexpr std::array<std::string_view, 3> names = {"localhost", "127.0.0.1", "[::1]"};
  for (const std::string_view name : names) {
    if (equal_ignoring_case(host, fmt::format("{}:{}", name, port))) return true;
    if (port == 80 && equal_ignoring_case(host, name)) return true;
  }
  return false;
}

bool own_host(std::string_view host, std::span<const std::string> hosts) {
  return std::find(hosts.begin(), hosts.end(), host) != hosts.end();
}

bool valid_host(std::string_view host) {
  if (!lower_case(host)) return false;
  const std::size_t bracket = host.rfind(']');
  const std::size_t colon = host.find(':', bracket == std::string_view::npos ? 0 : bracket);
  if (colon != std::string_view::npos && !port_number(host.substr(colon + 1))) return false;
  const std::string_view name = host.substr(0, colon);
  if (name.empty() || name.back() == '.') return false;
  return is_host_name(name) || four_numbers(name) || bracketed(name);
}

bool own_origin(const Headers& headers, Scheme scheme) {
  const std::string* const site = find_header(headers, "Sec-Fetch-Site");
  if (site && *site != "same-origin" && *site != "none") return false;
  const std::string* const origin = find_header(headers, "Origin");
  if (!origin) return true;
  if (*origin == "null") return site && *site == "same-origin";
  const std::string* const host = find_header(headers, "Host");
  const std::string_view front = scheme == Scheme::Https ? "https://" : "http://";
  return host && equal_ignoring_case(*origin, fmt::format("{}{}", front, *host));
}

}  // namespace tsg::web
