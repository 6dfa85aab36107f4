// SPDX-License-Identifier: MIT
#include "renderers/template/template_url.h"

#include <algorithm>
#include <array>

#include "engine/text/ascii.h"
#include "engine/text/utf8.h"
#include "renderers/template/html_place.h"

namespace tsg {

namespace {

bool hex_digit(char c) {
  const char lower = ascii_lower(c);
  return ascii_digit(c) || (lower >= 'a' && lower <= 'f');
}

bool control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

std::string cleaned(std::string_view value) {
  std::string kept;
  kept.reserve(value.size());
  for (const char c : with_replacements(value)) {
    if (!control(c)) kept += c;
  }
  const std::size_t begin = kept.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return kept.substr(begin, kept.find_last_not_of(' ') + 1 - begin);
}

bool has_other_scheme(std::string_view url) {
  const std::size_t end = url.find_first_of(":/?#\\");
  return end != std::string_view::npos && url[end] == ':' && !allowed_scheme(url.substr(0, end));
}

constexpr std::array<bool, 256> plain_bytes() {
  std::array<bool, 256> plain = {};
  for (std::size_t c = 0; c < 128; ++c) {
    plain[c] = ascii_alpha(static_cast<char>(c)) || ascii_digit(static_cast<char>(c));
  }
  for (const char c :
       {'-', '.', '_', '~', '!', '#', '$', '*', '+', ';', '=', '/', '?', '@', '(', ')', '[', ']'})
    plain[static_cast<unsigned char>(c)] = true;
  return plain;
}

constexpr std::array<bool, 256> plain = plain_bytes();

bool stands(char c, UrlPosition position, UrlCount count) {
  if (plain[static_cast<unsigned char>(c)]) return true;
  if (c == ':') return position != UrlPosition::Head;
  return c == ',' && count == UrlCount::One;
}

bool is_clean(std::string_view value) {
  return std::all_of(value.begin(), value.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

void append_percent(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += digits[byte >> 4U];
  out += digits[byte & 0xFU];
}

}  // namespace

UrlPosition position_behind(std::string_view url) {
  for (const char c : url) {
    if (c == ':' || c == '/' || c == '?' || c == '#' || c == '\\') return UrlPosition::Tail;
  }
  for (const char c : url) {
    if (static_cast<unsigned char>(c) > ' ') return UrlPosition::Head;
  }
  return UrlPosition::Start;
}

void append_template_url(std::string& out, std::string_view value, UrlPosition position, UrlCount count) {
  const bool clean = is_clean(value);
  const std::string copy = clean ? std::string() : cleaned(value);
  const std::string_view url = clean ? value : copy;
  if (position == UrlPosition::Start && has_other_scheme(url)) {
    out += blocked_link;
    return;
  }
  for (std::size_t at = 0; at < url.size(); ++at) {
    const std::size_t begin = at;
    while (at < url.size() && stands(url[at], position, count)) ++at;
    out.append(url, begin, at - begin);
    if (at == url.size()) return;
    const char c = url[at];
    const bool encoded = c == '%' && at + 2 < url.size() && hex_digit(url[at + 1]) && hex_digit(url[at + 2]);
    if (encoded) {
      out += c;
    } else if (c == '&') {
      out += "&amp;";
    } else {
      append_percent(out, c);
    }
  }
}

}  // namespace tsg
