// SPDX-License-Identifier: MIT
#include "engine/loader/fact_path.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/text/ascii.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

constexpr FactType base_types[] = {FactType::Object, FactType::String,  FactType::Integer,
                                   FactType::Number, FactType::Boolean, FactType::DateTime};

bool take(std::string_view& rest, std::string_view what) {
  if (!rest.starts_with(what)) return false;
  rest.remove_prefix(what.size());
  return true;
}

std::optional<PathStep> take_member(std::string_view& rest) {
  const std::string_view name = rest.substr(0, rest.find_first_of(".[]{}"));
  const bool blank = std::any_of(name.begin(), name.end(),
                                 [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7F'; });
  if (name.empty() || blank) return std::nullopt;
  rest.remove_prefix(name.size());
  return PathStep{PathStep::Kind::Member, name};
}

std::optional<PathStep> take_step(std::string_view& rest, bool first) {
  if (take(rest, "[]")) return PathStep{PathStep::Kind::ListItem, {}};
  const bool dot = !first && take(rest, ".");
  if (take(rest, "{}")) return PathStep{PathStep::Kind::MapItem, {}};
  if (!first && !dot) return std::nullopt;
  return take_member(rest);
}

// What people write for a type in other notations.
std::string_view alias_of(std::string_view name) {
  constexpr std::pair<std::string_view, std::string_view> aliases[] = {
      {"int", "integer"},        {"long", "integer"},        {"bool", "boolean"},
      {"float", "number"},       {"double", "number"},       {"text", "string"},
      {"datetime", "date-time"}, {"timestamp", "date-time"}, {"time", "date-time"},
      {"date", "date-time"},     {"list", "string[]"},       {"array", "string[]"},
      {"map", "{}string"},       {"dictionary", "{}string"}, {"table", "object"},
      {"struct", "object"}};
  for (const auto& [alias, type] : aliases) {
    if (equal_ignoring_case(alias, name)) return type;
  }
  return {};
}

}  // namespace

std::optional<std::vector<PathStep>> parse_fact_path(std::string_view path) {
  std::vector<PathStep> steps;
  while (!path.empty()) {
    const std::optional<PathStep> step = take_step(path, steps.empty());
    if (!step) return std::nullopt;
    steps.push_back(*step);
  }
  if (steps.empty()) return std::nullopt;
  return steps;
}

std::optional<TypeExpression> parse_fact_type(std::string_view text) {
  TypeExpression type;
  type.optional = text.ends_with('?');
  if (type.optional) text.remove_suffix(1);
  while (take(text, "{}")) type.containers.push_back(FactType::Map);
  while (text.ends_with("[]")) {
    text.remove_suffix(2);
    type.containers.push_back(FactType::List);
  }
  for (const FactType base : base_types) {
    if (text != name_of(base)) continue;
    type.base = base;
    return type;
  }
  return std::nullopt;
}

std::string fact_type_help(std::string_view text) {
  std::string_view name = text.substr(0, text.find_first_of("[?"));
  while (take(name, "{}")) continue;
  std::vector<std::string> names;
  for (const FactType base : base_types) names.emplace_back(name_of(base));
  if (const std::string_view type = alias_of(name); !type.empty())
    return fmt::format("did you mean `{}`?", type);
  if (const auto nearest = nearest_name(name, names)) return fmt::format("did you mean `{}`?", *nearest);
  return fmt::format("the types are `{}`, `T[]` (a list) and `{{}}T` (a map); `?` makes a path optional",
                     fmt::join(names, "`, `"));
}

}  // namespace tsg
