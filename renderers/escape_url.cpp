// SPDX-License-Identifier: MIT
#include "renderers/escape_url.h"

#include <algorithm>
#include <cstddef>

#include "engine/model/limits.h"
#include "engine/text/ascii.h"
#include "engine/text/utf8.h"

namespace tsg {

namespace {

bool hex_digit(char c) {
  const char lower = ascii_lower(c);
  return ascii_digit(c) || (lower >= 'a' && lower <= 'f');
}

bool unreserved(char c) {
  return ascii_alpha(c) || ascii_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

bool url_character(char c) {
  return unreserved(c) || std::string_view("!#$&*+,;=:/?@").find(c) != std::string_view::npos;
}

void append_percent(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += digits[byte >> 4U];
  out += digits[byte & 0xFU];
}

void append_component(std::string& out, std::string_view value) {
  for (const char c : with_replacements(value)) {
    if (unreserved(c)) {
      out += c;
    } else {
      append_percent(out, c);
    }
  }
}

bool control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

std::string without_controls(std::string_view value) {
  std::string kept;
  for (const char c : value) {
    if (!control(c)) kept += c;
  }
  const std::size_t begin = kept.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return kept.substr(begin, kept.find_last_not_of(' ') - begin + 1);
}

// The bytes of "https://host:port" and of "mailto:", which are written as they are; 0 when the URL is not
// allowed.
std::size_t allowed_head(std::string_view url) {
  if (equal_ignoring_case(url.substr(0, 7), "mailto:")) return 7;
  std::size_t host = 0;
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (equal_ignoring_case(url.substr(0, scheme.size()), scheme)) host = scheme.size();
  }
  if (host == 0) return 0;
  const std::size_t end = std::min(url.find_first_of("/?#", host), url.size());
  if (end == host) return 0;
  for (const char c : url.substr(host, end - host)) {
    const bool allowed = unreserved(c) || c == ':' || c == '[' || c == ']' || c == '%' || (c & 0x80) != 0;
    if (!allowed) return 0;
  }
  return end;
}

}  // namespace

void append_url(std::string& out, std::string_view value) {
  const std::string url = without_controls(with_replacements(value));
  const std::size_t head = value.size() > limits::shown_value_bytes ? 0 : allowed_head(url);
  if (head == 0) {
    out += blocked_url;
    return;
  }
  for (std::size_t at = 0; at < url.size(); ++at) {
    const char c = url[at];
    const bool encoded = c == '%' && at + 2 < url.size() && hex_digit(url[at + 1]) && hex_digit(url[at + 2]);
    const bool bracket = at < head && (c == '[' || c == ']');
    if (encoded || bracket || url_character(c)) {
      out += c;
    } else {
      append_percent(out, c);
    }
  }
}

void append_url_segment(std::string& out, std::string_view value) {
  const bool dots = !value.empty() && value.find_first_not_of('.') == std::string_view::npos;
  if (dots) {
    out += "blocked";
  } else {
    append_component(out, value);
  }
}

void append_url_query(std::string& out, std::string_view value) {
  append_component(out, value);
}

}  // namespace tsg
