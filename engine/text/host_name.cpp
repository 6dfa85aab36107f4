// SPDX-License-Identifier: MIT
#include "engine/text/host_name.h"

#include <algorithm>

#include "engine/text/ascii.h"
#include "engine/text/ip_prefix.h"
#include "engine/text/port_ranges.h"

namespace tsg {

namespace {

bool is_label(std::string_view label) {
  if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-') return false;
  return std::all_of(label.begin(), label.end(),
                     [](char c) { return ascii_alpha(c) || ascii_digit(c) || c == '-' || c == '_'; });
}

std::string_view without_final_dot(std::string_view name) {
  return name.ends_with('.') ? name.substr(0, name.size() - 1) : name;
}

// RFC 3986: scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." )
bool is_scheme(std::string_view text) {
  if (text.empty() || !ascii_alpha(text.front())) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return ascii_alpha(c) || ascii_digit(c) || c == '+' || c == '-' || c == '.';
  });
}

std::string_view authority_of(std::string_view url) {
  const std::size_t slashes = url.find("//");
  if (slashes == std::string_view::npos) return {};
  const std::string_view scheme = url.substr(0, slashes);
  if (!scheme.empty() && !(scheme.ends_with(':') && is_scheme(scheme.substr(0, scheme.size() - 1))))
    return {};
  url.remove_prefix(slashes + 2);
  const std::string_view authority = url.substr(0, url.find_first_of("/?#\\"));
  const std::size_t at = authority.rfind('@');
  return at == std::string_view::npos ? authority : authority.substr(at + 1);
}

bool is_port_suffix(std::string_view text) {
  return text.empty() || text == ":" || (text.front() == ':' && parse_port(text.substr(1)));
}

std::string_view bracketed_host(std::string_view authority) {
  const std::size_t close = authority.find(']');
  if (close == std::string_view::npos || !is_port_suffix(authority.substr(close + 1))) return {};
  const std::string_view inside = authority.substr(1, close - 1);
  const bool v6 = inside.find(':') != std::string_view::npos && parse_ip_address(inside);
  return v6 ? inside : std::string_view();
}

}  // namespace

bool is_host_name(std::string_view text) {
  text = without_final_dot(text);
  if (text.empty() || text.size() > 253) return false;
  std::string_view label;
  while (true) {
    const std::size_t dot = text.find('.');
    label = text.substr(0, dot);
    if (!is_label(label)) return false;
    if (dot == std::string_view::npos) break;
    text.remove_prefix(dot + 1);
  }
  return !std::all_of(label.begin(), label.end(), ascii_digit);
}

bool host_matches(std::string_view pattern, std::string_view host) {
  pattern = without_final_dot(pattern);
  host = without_final_dot(host);
  if (pattern.empty() || host.empty()) return false;
  if (!pattern.starts_with("*.")) return equal_ignoring_case(pattern, host);
  const std::size_t dot = host.find('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  return equal_ignoring_case(pattern.substr(1), host.substr(dot));
}

std::string_view host_of_url(std::string_view url) {
  const std::string_view authority = authority_of(url);
  if (authority.starts_with('[')) return bracketed_host(authority);
  const std::size_t colon = authority.find(':');
  const std::string_view host = authority.substr(0, colon);
  if (colon != std::string_view::npos && !is_port_suffix(authority.substr(colon))) return {};
  return is_host_name(host) || parse_ip_address(host) ? host : std::string_view();
}

}  // namespace tsg
