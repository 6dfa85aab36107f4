// SPDX-License-Identifier: MIT
#include "tools/server/header_parameters.h"

#include <algorithm>

#include "engine/text/ascii.h"
#include "tools/server/token_character.h"

namespace tsg::web {

namespace {

std::string_view without_blanks(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t"), text.size()));
}

// Takes the longest token off the front.
std::string_view take_token(std::string_view& rest) {
  const auto end = std::find_if_not(rest.begin(), rest.end(), token_character);
  const std::string_view token = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  rest.remove_prefix(token.size());
  return token;
}

std::optional<std::string_view> take_value(std::string_view& rest) {
  if (rest.substr(0, 1) != "\"") {
    const std::string_view token = take_token(rest);
    return token.empty() ? std::nullopt : std::optional(token);
  }
  const std::size_t end = rest.find('"', 1);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view value = rest.substr(1, end - 1);
  rest.remove_prefix(end + 1);
  return value;
}

bool take_parameter(std::string_view& rest, HeaderParameters& read) {
  rest = without_blanks(rest.substr(1));
  const std::string_view name = take_token(rest);
  if (name.empty() || rest.substr(0, 1) != "=") return false;
  rest.remove_prefix(1);
  const std::optional<std::string_view> value = take_value(rest);
  if (!value) return false;
  read.parameters.emplace_back(ascii_lowered(name), *value);
  rest = without_blanks(rest);
  return true;
}

}  // namespace

std::size_t HeaderParameters::count(std::string_view name) const {
  const auto named = [&](const auto& each) { return each.first == name; };
  return static_cast<std::size_t>(std::count_if(parameters.begin(), parameters.end(), named));
}

const std::string* HeaderParameters::find(std::string_view name) const {
  const auto found = std::find_if(parameters.begin(), parameters.end(),
                                  [&](const auto& each) { return each.first == name; });
  return found == parameters.end() ? nullptr : &found->second;
}

std::optional<HeaderParameters> read_parameters(std::string_view text) {
  HeaderParameters read = {.value = ascii_trimmed(text.substr(0, text.find(';')))};
  std::string_view rest = text.substr(std::min(text.find(';'), text.size()));
  while (!rest.empty()) {
    if (rest[0] != ';' || !take_parameter(rest, read)) return std::nullopt;
  }
  return read;
}

}  // namespace tsg::web
