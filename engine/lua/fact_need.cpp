// SPDX-License-Identifier: MIT
#include "engine/lua/fact_need.h"

#include <fmt/format.h>
#include <cmath>

#include "engine/text/rfc3339.h"

namespace tsg::lua {

std::string_view expected_type(FactType type) {
  switch (type) {
    case FactType::Object:
      return "an object";
    case FactType::List:
      return "a list";
    case FactType::Map:
      return "a map";
    case FactType::String:
      return "a string";
    case FactType::Integer:
      return "an integer";
    case FactType::Number:
      return "a number";
    case FactType::Boolean:
      return "a boolean";
    case FactType::DateTime:
      return "a date-time";
  }
  return "";
}

namespace {

std::string with_thousands(std::uint32_t number) {
  std::string digits = fmt::format("{}", number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string span_text(double seconds) {
  if (seconds < 120) return fmt::format("{} s", std::llround(seconds));
  if (seconds < 2 * 3600) return fmt::format("{} min", std::llround(seconds / 60));
  if (seconds <= 3 * 86400) return fmt::format("{} h", std::llround(seconds / 3600));
  return fmt::format("{} days", std::llround(seconds / 86400));
}

std::string staleness(const Facts& facts, std::uint32_t document) {
  const auto& max_age = facts.catalogue().documents[document].max_age_seconds;
  if (!max_age) return "too old";
  const std::string allowed = span_text(static_cast<double>(*max_age));
  const auto at = parse_rfc3339(facts.gathering(document).at);
  const auto now = parse_rfc3339(facts.now());
  if (!at || !now) return fmt::format("older than {}", allowed);
  return fmt::format("gathered {} ago, allowed {}", span_text(*now - *at), allowed);
}

}  // namespace

std::string found_state(const Facts& facts, NodeIndex node, const FactCell& cell, CellState state) {
  switch (state) {
    case CellState::Absent:
      return "nothing";
    case CellState::Null:
      return "null";
    case CellState::Present:
      return std::string(expected_type(facts.catalogue().node(node).type));
    case CellState::WrongType:
      return std::string(name_of(cell.found));
    case CellState::Conflict:
      return "given twice";
    case CellState::Withheld:
      return with_thousands(cell.size) + " bytes, more than a rule may read";
    case CellState::Stale:
      return staleness(facts, facts.catalogue().node(node).document);
  }
  return "";
}

Need need_of(const Facts& facts, NodeIndex node, std::string path, const FactCell& cell, CellState state) {
  Need need = need_named(facts, node, std::move(path));
  need.expected = expected_type(facts.catalogue().node(node).type);
  need.found = found_state(facts, node, cell, state);
  return need;
}

Need need_named(const Facts& facts, NodeIndex node, std::string path) {
  Need need;
  need.path = std::move(path);
  if (const CatalogueDocument* document = facts.catalogue().document_of(node)) need.gather = document->gather;
  return need;
}

}  // namespace tsg::lua
