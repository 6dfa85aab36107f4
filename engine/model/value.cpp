// SPDX-License-Identifier: MIT
#include "engine/model/value.h"

#include <fmt/format.h>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

struct TextOf {
  std::string operator()(NoValue) const { return {}; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return fmt::format("{}", value); }
  std::string operator()(double value) const { return fmt::format("{}", value); }
  std::string operator()(const std::string& value) const { return value; }
  std::string operator()(const std::vector<std::string>& value) const {
    return fmt::format("{}", fmt::join(value, ", "));
  }
};

}  // namespace

std::string to_text(const Value& value) {
  return std::visit(TextOf{}, value);
}

const NamedValue* find_value(const std::vector<NamedValue>& values, std::string_view name) {
  for (const NamedValue& each : values) {
    if (equal_ignoring_case(each.name, name)) return &each;
  }
  return nullptr;
}

}  // namespace tsg
