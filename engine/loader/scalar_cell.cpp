// SPDX-License-Identifier: MIT
#include "engine/loader/scalar_cell.h"

#include <cmath>
#include <optional>

#include "engine/model/limits.h"
#include "engine/text/rfc3339.h"

namespace tsg {

namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

std::optional<std::int64_t> integer_of(element value) {
  if (value.type() == element_type::INT64) return value.get_int64().value_unsafe();
  if (value.type() != element_type::DOUBLE) return std::nullopt;
  const double number = value.get_double().value_unsafe();
  constexpr double end = 9223372036854775808.0;  // 2^63
  if (number < -end || number >= end || std::floor(number) != number) return std::nullopt;
  return static_cast<std::int64_t>(number);
}

void fill_text(FactType type, std::string_view text, FactCell& cell) {
  cell.text = text.data();
  cell.size = static_cast<std::uint32_t>(text.size());
  if (text.size() > limits::rule_string_bytes) {
    cell.state = CellState::Withheld;
  } else if (type == FactType::DateTime && !parse_rfc3339(text)) {
    cell.state = CellState::WrongType;
  } else {
    cell.state = CellState::Present;
  }
}

}  // namespace

JsonKind json_kind(element value) {
  switch (value.type()) {
    case element_type::ARRAY:
      return JsonKind::Array;
    case element_type::OBJECT:
      return JsonKind::Object;
    case element_type::INT64:
    case element_type::UINT64:
      return JsonKind::Integer;
    case element_type::DOUBLE:
      return JsonKind::Number;
    case element_type::STRING:
      return JsonKind::String;
    case element_type::BOOL:
      return JsonKind::Boolean;
    case element_type::NULL_VALUE:
      return JsonKind::Null;
  }
  return JsonKind::Null;
}

void mark_wrong(element value, FactCell& cell) {
  cell.state = value.is_null() ? CellState::Null : CellState::WrongType;
  cell.found = json_kind(value);
}

void fill_scalar(FactType type, element value, FactCell& cell) {
  mark_wrong(value, cell);
  switch (type) {
    case FactType::String:
    case FactType::DateTime:
      if (value.is_string()) fill_text(type, value.get_string().value_unsafe(), cell);
      return;
    case FactType::Integer:
      if (const std::optional<std::int64_t> integer = integer_of(value)) {
        cell.integer = *integer;
        cell.state = CellState::Present;
      }
      return;
    case FactType::Number:
      if (!value.is_number()) return;
      cell.number = value.get_double().value_unsafe();
      cell.state = CellState::Present;
      return;
    case FactType::Boolean:
      if (!value.is_bool()) return;
      cell.boolean = value.get_bool().value_unsafe();
      cell.state = CellState::Present;
      return;
    case FactType::Object:
    case FactType::List:
    case FactType::Map:
      return;
  }
}

}  // namespace tsg
