// SPDX-License-Identifier: MIT
#include "engine/loader/resolution_shape.h"

#include <fmt/format.h>

namespace tsg {

namespace {

ValueType type_of(const Value& value) {
  return json_words<ValueType>[value.index()];
}
static_assert(std::variant_size_v<Value> == json_words<ValueType>.size());

std::string settle(Value& value, ValueType type) {
  const auto* integer = std::get_if<std::int64_t>(&value);
  if (type == ValueType::Number && integer != nullptr) value = static_cast<double>(*integer);
  if (type_of(value) == type) return {};
  return fmt::format("says its value is of type `{}`, but it is of type `{}`", name_of(type),
                     name_of(type_of(value)));
}

// `visit` may be absent, else it must be one of `count`.
bool refers(std::size_t visit, std::size_t count) {
  return visit == no_visit || visit < count;
}

}  // namespace

std::string_view name_of(ValueType type) {
  switch (type) {
    case ValueType::None:
      return "none";
    case ValueType::Boolean:
      return "boolean";
    case ValueType::Integer:
      return "integer";
    case ValueType::Number:
      return "number";
    case ValueType::Text:
      return "text";
    case ValueType::List:
      return "list";
  }
  return "";
}

std::string NamedValueJson::give(NamedValue& out) {
  std::string problem = settle(value, type);
  out = std::move(static_cast<NamedValue&>(*this));
  return problem;
}

std::string FilledValueJson::give(FilledValue& out) {
  std::string problem = settle(value, type);
  out = std::move(static_cast<FilledValue&>(*this));
  return problem;
}

std::string broken_reference(const Resolution& resolution) {
  const std::size_t count = resolution.visits.size();
  for (std::size_t at = 0; at < count; ++at) {
    const std::size_t parent = resolution.visits[at].parent;
    if (!refers(parent, at))
      return fmt::format("`visits[{}].parent` is {}, which does not stand before it", at, parent);
  }
  for (std::size_t at = 0; at < resolution.outcomes.size(); ++at) {
    const std::size_t visit = resolution.outcomes[at].visit;
    if (!refers(visit, count))
      return fmt::format("`outcomes[{}].visit` is {}; there are {} visits", at, visit, count);
  }
  for (std::size_t at = 0; at < resolution.open.size(); ++at) {
    const std::size_t visit = resolution.open[at].visit;
    if (!refers(visit, count))
      return fmt::format("`open[{}].visit` is {}; there are {} visits", at, visit, count);
  }
  return {};
}

}  // namespace tsg
