// SPDX-License-Identifier: MIT
#include "engine/loader/blade_link.h"

#include <algorithm>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

constexpr std::string_view uri_key = "data-blade-uri:";

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.')) {
    parts.emplace_back(text.substr(0, dot));
    text.remove_prefix(dot + 1);
  }
  parts.emplace_back(text);
  return parts;
}

void read_tail(std::string_view tail, BladeReading& reading) {
  if (equal_ignoring_case(tail.substr(0, uri_key.size()), uri_key)) {
    reading.link.uri = std::string(tail.substr(uri_key.size()));
  } else {
    reading.rest = std::string(tail);
  }
}

}  // namespace

std::optional<BladeReading> read_blade_link(std::string_view target) {
  target = ascii_trimmed(target);
  const std::size_t colon = target.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string scheme = ascii_lowered(target.substr(0, colon));
  BladeReading reading;
  reading.link.button = scheme == "button-data-blade" || scheme == "button-data-context";
  if (!reading.link.button && scheme != "data-blade") return std::nullopt;
  target.remove_prefix(colon + 1);
  const std::size_t semicolon = target.find(';');
  if (semicolon != std::string_view::npos) read_tail(target.substr(semicolon + 1), reading);

  std::vector<std::string> parts = parts_of(target.substr(0, semicolon));
  reading.parts = parts.size();
  reading.empty_part = parts.size() < 2 || std::any_of(parts.begin(), parts.end(), [](std::string_view each) {
                         return ascii_trimmed(each).empty();
                       });
  reading.link.extension = std::move(parts[0]);
  if (parts.size() > 1) reading.link.blade = std::move(parts[1]);
  for (std::size_t at = 2; at < parts.size(); at += 2) {
    const bool valued = at + 1 < parts.size();
    reading.link.parameters.emplace_back(std::move(parts[at]), valued ? std::move(parts[at + 1]) : "");
  }
  return reading;
}

std::vector<std::string_view> names_in_uri(std::string_view uri) {
  std::vector<std::string_view> names;
  for (std::size_t at = uri.find("{$"); at != std::string_view::npos; at = uri.find("{$", at + 2)) {
    const std::size_t end = uri.find_first_of("{}", at + 2);
    if (end == std::string_view::npos) break;
    if (uri[end] == '}') names.push_back(uri.substr(at + 2, end - at - 2));
  }
  return names;
}

}  // namespace tsg
