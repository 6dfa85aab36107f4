// SPDX-License-Identifier: MIT
#include "engine/model/gather_argument.h"

#include <algorithm>
#include <utility>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

bool is_name(std::string_view text) {
  return !text.empty() && ascii_alpha(text.front()) && std::all_of(text.begin(), text.end(), [](char c) {
    return ascii_alpha(c) || ascii_digit(c) || c == '_';
  });
}

// The name in the braces that open at `at`; empty when they hold none.
std::string_view name_at(std::string_view argument, std::size_t at) {
  const std::size_t close = argument.find('}', at);
  if (argument[at] != '{' || close == std::string_view::npos) return {};
  const std::string_view name = argument.substr(at + 1, close - at - 1);
  return is_name(name) ? name : std::string_view();
}

}  // namespace

std::vector<ArgumentPart> parts_of_argument(std::string_view argument) {
  std::vector<ArgumentPart> parts;
  std::string text;
  for (std::size_t at = 0; at < argument.size();) {
    const std::string_view name = name_at(argument, at);
    if (name.empty()) {
      text += argument[at++];
      continue;
    }
    if (!text.empty()) parts.push_back({ArgumentPartKind::Text, std::exchange(text, {})});
    parts.push_back({ArgumentPartKind::Parameter, std::string(name)});
    at += name.size() + 2;
  }
  if (!text.empty()) parts.push_back({ArgumentPartKind::Text, std::move(text)});
  return parts;
}

}  // namespace tsg
