// SPDX-License-Identifier: MIT
#include "engine/evaluator/fact_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

// Gathers the scalars that a path leads to, in the order of the facts.
class Gatherer {
 public:
  explicit Gatherer(const Facts& facts) : facts_(facts) {}

  void from_row(NodeIndex object, RowIndex row, std::string_view rest);
  bool through_list() const { return through_list_; }
  std::vector<std::string> take() { return std::move(texts_); }

 private:
  const CatalogueNode& node(NodeIndex index) const { return facts_.catalogue().node(index); }
  void from_cell(NodeIndex index, const FactCell& cell, std::string_view rest);
  void from_items(NodeIndex list, const FactCell& cell, std::string_view rest);
  void from_item(NodeIndex item, std::uint32_t index, std::string_view rest);
  void from_key(NodeIndex map, const FactCell& cell, std::string_view rest);
  void add(NodeIndex index, const FactCell& cell);

  const Facts& facts_;
  std::vector<std::string> texts_ = {};
  bool through_list_ = false;
};

void Gatherer::from_row(NodeIndex object, RowIndex row, std::string_view rest) {
  if (rest.starts_with('.')) rest.remove_prefix(1);
  const std::size_t end = std::min(rest.find_first_of(".["), rest.size());
  const NodeIndex member = facts_.catalogue().member(object, rest.substr(0, end));
  if (member == no_node || facts_.state_of(member, row) != CellState::Present) return;
  from_cell(member, facts_.cell(member, row), rest.substr(end));
}

void Gatherer::from_cell(NodeIndex index, const FactCell& cell, std::string_view rest) {
  if (cell.state != CellState::Present) return;
  switch (node(index).type) {
    case FactType::Object:
      if (!rest.empty()) from_row(index, cell.first, rest);
      return;
    case FactType::List:
      return from_items(index, cell, rest);
    case FactType::Map:
      return from_key(index, cell, rest);
    case FactType::String:
    case FactType::Integer:
    case FactType::Number:
    case FactType::Boolean:
    case FactType::DateTime:
      if (rest.empty()) add(index, cell);
      return;
  }
}

void Gatherer::from_items(NodeIndex list, const FactCell& cell, std::string_view rest) {
  std::uint32_t begin = 0;
  std::uint32_t end = cell.size;
  if (rest.starts_with('[')) {
    const std::size_t close = std::min(rest.find(']'), rest.size() - 1);
    const std::string_view digits = rest.substr(1, close - 1);
    rest.remove_prefix(close + 1);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), begin);
    const bool numbered =
        !digits.empty() && read.ec == std::errc() && read.ptr == digits.data() + digits.size();
    if (!digits.empty() && (!numbered || begin >= end)) return;
    if (numbered) end = begin + 1;
    through_list_ = through_list_ || !numbered;
  } else {
    through_list_ = true;
  }
  for (std::uint32_t at = begin; at < end; ++at) from_item(node(list).item, cell.first + at, rest);
}

void Gatherer::from_item(NodeIndex item, std::uint32_t index, std::string_view rest) {
  if (node(item).type != FactType::Object) return from_cell(item, facts_.item(item, index), rest);
  if (!rest.empty()) from_row(item, index, rest);
}

// Keys may hold dots, so each key is tried against the text instead of the text being cut: of `a` and `a.b`
// both may be meant, and the one that leads to a value is.
void Gatherer::from_key(NodeIndex map, const FactCell& cell, std::string_view rest) {
  if (!rest.starts_with('.')) return;
  rest.remove_prefix(1);
  const NodeIndex item = node(map).item;
  for (std::uint32_t at = 0; at < cell.size && texts_.empty(); ++at) {
    const std::string_view key = facts_.map_key(item, cell.first + at);
    if (!rest.starts_with(key)) continue;
    const std::string_view after = rest.substr(key.size());
    if (after.empty() || after[0] == '.' || after[0] == '[') from_item(item, cell.first + at, after);
  }
}

void Gatherer::add(NodeIndex index, const FactCell& cell) {
  switch (node(index).type) {
    case FactType::String:
    case FactType::DateTime:
      texts_.emplace_back(cell.string());
      return;
    case FactType::Integer:
      texts_.push_back(fmt::format("{}", cell.integer));
      return;
    case FactType::Number:
      texts_.push_back(fmt::format("{}", cell.number));
      return;
    case FactType::Boolean:
      texts_.emplace_back(cell.boolean ? "true" : "false");
      return;
    case FactType::Object:
    case FactType::List:
    case FactType::Map:
      return;
  }
}

}  // namespace

namespace {

// The cell of a scalar that only objects lead to; null where a list or a map stands on the way, or nothing
// does.
const FactCell* plain_cell(const Facts& facts, NodeIndex node) {
  const Catalogue& catalogue = facts.catalogue();
  const NodeIndex above = catalogue.node(node).parent;
  if (above == no_node || catalogue.node(above).type != FactType::Object) return nullptr;
  RowIndex row = 0;
  if (above != 0) {
    const FactCell* object = plain_cell(facts, above);
    if (object == nullptr || object->state != CellState::Present) return nullptr;
    row = object->first;
  }
  return facts.stale(catalogue.node(node).document) ? nullptr : &facts.cell(node, row);
}

}  // namespace

std::optional<FactValue> fact_value(const Facts& facts, std::string_view path) {
  const NodeIndex found = facts.catalogue().find(path);
  if (found == no_node) return std::nullopt;
  const DataClass data_class = facts.catalogue().node(found).data_class;
  if (data_class == DataClass::Secret) return std::nullopt;
  const FactCell* cell = plain_cell(facts, found);
  if (cell != nullptr && facts.catalogue().node(found).type == FactType::String) {
    if (cell->state != CellState::Present) return std::nullopt;
    return FactValue{std::string(cell->string()), std::string(path), data_class};
  }
  Gatherer gatherer(facts);
  gatherer.from_row(0, 0, path);
  const bool list = gatherer.through_list();
  std::vector<std::string> texts = gatherer.take();
  if (texts.empty()) return std::nullopt;
  if (list) return FactValue{std::move(texts), std::string(path), data_class};
  return FactValue{std::move(texts.front()), std::string(path), data_class};
}

}  // namespace tsg
