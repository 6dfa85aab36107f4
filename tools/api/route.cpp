// SPDX-License-Identifier: MIT
#include "tools/api/route.h"

namespace tsg {

namespace {

// The first segment of "/a/b", taken off.
std::string_view take_segment(std::string_view& path) {
  path.remove_prefix(1);
  const std::string_view segment = path.substr(0, path.find('/'));
  path.remove_prefix(segment.size());
  return segment;
}

}  // namespace

std::optional<std::vector<std::string>> match_route(std::string_view pattern, std::string_view path) {
  std::vector<std::string> names;
  while (!pattern.empty() && !path.empty()) {
    const std::string_view wanted = take_segment(pattern);
    const std::string_view found = take_segment(path);
    const bool is_name = wanted.starts_with('{');
    if (is_name ? found.empty() : wanted != found) return std::nullopt;
    if (is_name) names.emplace_back(found);
  }
  if (!pattern.empty() || !path.empty()) return std::nullopt;
  return names;
}

std::string_view name_of(web::Method method) {
  switch (method) {
    case web::Method::Get:
      return "GET";
    case web::Method::Head:
      return "HEAD";
    case web::Method::Post:
      return "POST";
    case web::Method::Put:
      return "PUT";
    case web::Method::Delete:
      return "DELETE";
  }
  return "";
}

}  // namespace tsg
