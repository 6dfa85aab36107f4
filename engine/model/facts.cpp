// SPDX-License-Identifier: MIT
#include "engine/model/facts.h"

#include <fmt/format.h>

#include <atomic>

#include "engine/model/secret_keys.h"

namespace tsg {

std::string_view name_of(JsonKind kind) {
  switch (kind) {
    case JsonKind::Null:
      return "null";
    case JsonKind::Boolean:
      return "a boolean";
    case JsonKind::Integer:
      return "an integer";
    case JsonKind::Number:
      return "a number";
    case JsonKind::String:
      return "a string";
    case JsonKind::Array:
      return "a list";
    case JsonKind::Object:
      return "an object";
  }
  return "";
}

namespace {

// Room for 2^32 steps between two numbers that are handed out.
std::uint64_t fresh_revision() {
  static std::atomic<std::uint64_t> handed_out = 0;
  return (handed_out.fetch_add(1, std::memory_order_relaxed) + 1) << 32U;
}

}  // namespace

Revision::Revision() : number_(fresh_revision()) {}

Revision& Revision::operator=(const Revision& other) {
  if (this != &other) number_ = fresh_revision();
  return *this;
}

Facts::Facts(const Catalogue& catalogue)
    : catalogue_(&catalogue),
      tables_(catalogue.shapes.size()),
      items_(catalogue.nodes.size()),
      map_keys_(catalogue.nodes.size()),
      gatherings_(catalogue.documents.size()) {
  for (std::size_t shape = 0; shape < tables_.size(); ++shape) {
    const CatalogueNode& object = catalogue.node(catalogue.shapes[shape]);
    tables_[shape].columns = static_cast<std::uint32_t>(object.members.size());
  }
  clear();
}

void Facts::clear() {
  revision_ = Revision();
  for (Table& table : tables_) {
    table.rows = 0;
    table.cells.clear();
    table.origins.clear();
  }
  for (Items& items : items_) {
    items.cells.clear();
    items.origins.clear();
  }
  for (auto& keys : map_keys_) keys.clear();
  for (Gathering& gathering : gatherings_) gathering = {};
  stale_.clear();
  storage_.clear();
  if (!tables_.empty()) add_rows(0, 0, 1);
}

FactCell& Facts::cell(NodeIndex member, RowIndex row) {
  revision_.advance();
  const CatalogueNode& node = catalogue_->node(member);
  Table& table = tables_[catalogue_->node(node.parent).shape];
  return table.cells[static_cast<std::size_t>(row) * table.columns + node.column];
}

const FactCell& Facts::cell(NodeIndex member, RowIndex row) const {
  const CatalogueNode& node = catalogue_->node(member);
  const Table& table = tables_[catalogue_->node(node.parent).shape];
  return table.cells[static_cast<std::size_t>(row) * table.columns + node.column];
}

CellState Facts::state_of(NodeIndex member, RowIndex row) const {
  return stale(catalogue_->node(member).document) ? CellState::Stale : cell(member, row).state;
}

RowIndex Facts::add_rows(NodeIndex object, std::uint32_t owner, std::uint32_t count) {
  revision_.advance();
  Table& table = tables_[catalogue_->node(object).shape];
  const RowIndex first = table.rows;
  table.rows += count;
  table.cells.resize(static_cast<std::size_t>(table.rows) * table.columns);
  table.origins.resize(table.rows, Origin{owner, first});
  return first;
}

std::uint32_t Facts::add_items(NodeIndex item, std::uint32_t count, std::uint32_t owner) {
  revision_.advance();
  Items& items = items_[item];
  const auto first = static_cast<std::uint32_t>(items.cells.size());
  items.cells.resize(static_cast<std::size_t>(first) + count);
  items.origins.resize(items.cells.size(), Origin{owner, first});
  if (catalogue_->node(catalogue_->node(item).parent).type == FactType::Map) add_map_keys(item, first, count);
  return first;
}

void Facts::add_map_keys(NodeIndex item, std::uint32_t first, std::uint32_t count) {
  map_keys_[item].resize(static_cast<std::size_t>(first) + count);
}

void Facts::set_stale(std::uint32_t document) {
  revision_.advance();
  stale_.resize(catalogue_->documents.size());
  stale_[document] = true;
}

void Facts::set_gathering(std::uint32_t document, Gathering gathering) {
  gatherings_[document] = std::move(gathering);
}

// The path of the list, map or object that `container` is, in the row or at the item index `owner` above it.
std::string Facts::above_path(NodeIndex container, std::uint32_t owner) const {
  const NodeIndex above = catalogue_->node(container).parent;
  return catalogue_->node(above).type == FactType::Object ? path_of(container, owner)
                                                          : item_path(container, owner);
}

std::string Facts::place_in(NodeIndex item, std::uint32_t index, Origin origin) const {
  const NodeIndex container = catalogue_->node(item).parent;
  const std::string above = above_path(container, origin.owner);
  if (catalogue_->node(container).type == FactType::Map) {
    return fmt::format("{}.{}", above, secret_keys(*catalogue_, container) ? "{}" : map_keys_[item][index]);
  }
  return fmt::format("{}[{}]", above, index - origin.first);
}

std::string Facts::row_path(NodeIndex object, RowIndex row) const {
  if (object == 0) return {};
  const CatalogueNode& node = catalogue_->node(object);
  const Origin origin = tables_[node.shape].origins[row];
  if (catalogue_->node(node.parent).type == FactType::Object) return path_of(object, origin.owner);
  return place_in(object, row, origin);
}

std::string Facts::item_path(NodeIndex item, std::uint32_t index) const {
  return place_in(item, index, items_[item].origins[index]);
}

std::string Facts::path_of(NodeIndex member, RowIndex row) const {
  const CatalogueNode& node = catalogue_->node(member);
  const std::string above = row_path(node.parent, row);
  return above.empty() ? node.name : fmt::format("{}.{}", above, node.name);
}

std::string_view Facts::now() const {
  const NodeIndex node = catalogue_->member(0, "now");
  if (node == no_node || catalogue_->node(node).type != FactType::DateTime) return {};
  const FactCell& found = cell(node, 0);
  return found.state == CellState::Present ? found.string() : std::string_view();
}

}  // namespace tsg
