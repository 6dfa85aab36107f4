// SPDX-License-Identifier: MIT
// What a rule says about a placeholder: a scalar, or a list of texts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/model/data_class.h"

namespace tsg {

// What a Value holds that holds nothing. Its copying is spelled out so that it is not trivial: libstdc++ 12
// takes a variant of trivial types, strings and vectors alone for one that is never without a value, and
// jumps into nowhere when memory runs out while it copies one.
struct NoValue {
  NoValue() = default;
  NoValue(const NoValue&) noexcept {}
  NoValue& operator=(const NoValue&) noexcept { return *this; }
  ~NoValue() = default;
  bool operator==(const NoValue&) const = default;
};

using Value = std::variant<NoValue, bool, std::int64_t, double, std::string, std::vector<std::string>>;

// The text a reader sees: numbers in their shortest form, `true`/`false`, list items joined by ", ".
std::string to_text(const Value& value);

struct NamedValue {
  std::string name = {};
  Value value = {};
  DataClass data_class = DataClass::Public;
  bool operator==(const NamedValue&) const = default;
};

// The value called `name`, ignoring ASCII case; null when there is none.
const NamedValue* find_value(const std::vector<NamedValue>& values, std::string_view name);

}  // namespace tsg
