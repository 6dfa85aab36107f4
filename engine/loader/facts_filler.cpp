// SPDX-License-Identifier: MIT
#include "engine/loader/facts_filler.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/facts_codes.h"
#include "engine/loader/json_equality.h"
#include "engine/loader/resource_type.h"
#include "engine/loader/scalar_cell.h"
#include "engine/model/limits.h"
#include "engine/model/secret_keys.h"
#include "engine/text/ascii.h"
#include "engine/text/excerpt.h"

namespace tsg {

namespace {

constexpr std::string_view properties_name = "properties";
constexpr std::size_t problems_shown = 20;  // of one text: each is found by walking it again

}  // namespace

FactsFiller::FactsFiller(const Catalogue& catalogue)
    : catalogue_(&catalogue),
      index_(catalogue),
      orders_(catalogue.shapes.size()),
      properties_(catalogue.nodes.size()) {
  for (const NodeIndex object : catalogue.shapes) {
    properties_[object] = catalogue.member(object, properties_name) != no_node;
  }
}

void FactsFiller::begin(Facts& facts) {
  facts_ = &facts;
  cells_ = 0;
  overfull_ = false;
}

void FactsFiller::begin_text() {
  trail_.clear();
  problems_.clear();
  problems_left_out_ = 0;
  objects_seen_ = 0;
}

void FactsFiller::report(const Code& code, std::string message, std::string help, JsonStep at,
                         const JsonStep* first) {
  if (problems_.size() >= problems_shown) {
    ++problems_left_out_;
    return;
  }
  FactsProblem problem{code, std::move(message), std::move(help), trail_.way_to(at), {}};
  if (first != nullptr) problem.first = trail_.way_to(*first);
  problems_.push_back(std::move(problem));
}

std::string FactsFiller::path_of(Spot spot) const {
  const NodeIndex above = catalogue_->node(spot.node).parent;
  return catalogue_->node(above).type == FactType::Object ? facts_->path_of(spot.node, spot.at)
                                                          : facts_->item_path(spot.node, spot.at);
}

void FactsFiller::mark_conflict(std::uint32_t document) {
  facts_->cell(catalogue_->documents[document].node, 0).state = CellState::Conflict;
}

bool FactsFiller::reserve_cells(NodeIndex node, std::size_t count) {
  const CatalogueNode& item = catalogue_->node(node);
  const std::size_t columns = item.type == FactType::Object ? item.members.size() : 0;
  cells_ += count * (columns + 1);
  overfull_ = overfull_ || cells_ > limits::facts_cells;
  return !overfull_;
}

void FactsFiller::fill_document(std::uint32_t document, Element value, const JsonStep* step) {
  const NodeIndex node = catalogue_->documents[document].node;
  FactCell& cell = facts_->cell(node, 0);
  if (step != nullptr) trail_.push(*step);
  const bool empty_list = value.is_array() && value.get_array().value_unsafe().size() == 0;
  if (value.is_null() || (empty_list && catalogue_->node(node).type != FactType::List)) {
    fill_nothing(node, cell, value);
  } else if (is_one_of_list(document, value)) {
    fill_one_of_list({node, 0}, cell, value);
  } else {
    fill({node, 0}, cell, value);
  }
  if (step != nullptr) trail_.pop();
}

// A document that is `null` or `[]` is known to be nothing: an empty list where a list is declared.
void FactsFiller::fill_nothing(NodeIndex node, FactCell& cell, Element value) {
  const bool list = catalogue_->node(node).type == FactType::List;
  cell.state = list ? CellState::Present : CellState::Null;
  cell.found = json_kind(value);
}

// One resource, as `show` gives it, where a list of such resources is declared.
bool FactsFiller::is_one_of_list(std::uint32_t document, Element value) const {
  const CatalogueDocument& declared = catalogue_->documents[document];
  if (declared.resource_types.empty() || catalogue_->node(declared.node).type != FactType::List) return false;
  return !listed_items(value) && holds_type(declared, resource_type(value));
}

void FactsFiller::fill_one_of_list(Spot spot, FactCell& cell, Element value) {
  const NodeIndex item = catalogue_->node(spot.node).item;
  if (catalogue_->node(item).type != FactType::Object || !reserve_cells(item, 1))
    return mark_wrong(value, cell);
  cell.state = CellState::Present;
  cell.found = JsonKind::Array;
  cell.size = 1;
  cell.first = facts_->add_rows(item, spot.at, 1);
  fill_item_row(item, cell.first, value);
}

void FactsFiller::fill(Spot spot, FactCell& cell, Element value) {
  switch (catalogue_->node(spot.node).type) {
    case FactType::Object:
      return fill_object(spot, cell, value);
    case FactType::List:
      return fill_list(spot, cell, value);
    case FactType::Map:
      return fill_map(spot, cell, value);
    case FactType::String:
    case FactType::Integer:
    case FactType::Number:
    case FactType::Boolean:
    case FactType::DateTime:
      return fill_scalar(catalogue_->node(spot.node).type, value, cell);
  }
}

void FactsFiller::fill_child(Spot spot, FactCell& cell, Element value, JsonStep step) {
  trail_.push(step);
  fill(spot, cell, value);
  trail_.pop();
}

// Objects -------------------------------------------------------------------------------------------------

void FactsFiller::fill_object(Spot spot, FactCell& cell, Element value) {
  mark_wrong(value, cell);
  if (!value.is_object() || !reserve_cells(spot.node, 1)) return;
  cell.state = CellState::Present;
  cell.first = facts_->add_rows(spot.node, spot.at, 1);
  fill_row(spot.node, cell.first, value.get_object().value_unsafe());
}

void FactsFiller::fill_row(NodeIndex object, RowIndex row, simdjson::dom::object value) {
  const std::vector<NodeIndex>& members = catalogue_->node(object).members;
  const std::size_t base = slots_.size();
  slots_.resize(base + members.size());
  gather({object, row}, base, value, no_origin);
  FactCell* const cells = facts_->row(object, row);
  for (std::size_t column = 0; column < members.size(); ++column) {
    const Slot slot = slots_[base + column];
    if (slot.given == Given::Twice) cells[column].state = CellState::Conflict;
    if (slot.given == Given::Once) fill_child({members[column], row}, cells[column], slot.value, slot.step);
  }
  slots_.resize(base);
}

// `properties` belongs to the object above it, unless the catalogue knows it as a member.
bool FactsFiller::merges_properties(NodeIndex object, std::string_view key, Element value) const {
  return key.size() == properties_name.size() && equal_ignoring_case(key, properties_name) &&
         value.is_object() && !properties_[object];
}

void FactsFiller::gather(Spot object, std::size_t base, simdjson::dom::object value, std::uint32_t origin) {
  const std::uint32_t shape = catalogue_->node(object.node).shape;
  const std::uint32_t this_object = objects_seen_++;
  Element properties = {};
  JsonStep properties_step = {};
  bool has_properties = false;
  JsonStep step{origin, 0};
  MemberOrder& order = orders_[shape];
  for (const auto [key, member] : value) {
    const std::uint32_t column = order.column(index_, shape, step.ordinal, key);
    if (column != no_column) {
      give(object, slots_[base + column], column, {member, step, this_object, Given::Once});
    } else if (merges_properties(object.node, key, member)) {
      if (has_properties) {
        report(codes::facts_duplicate,
               fmt::format("`{}` is given twice in `{}`", excerpt(key),
                           facts_->row_path(object.node, object.at)),
               "keep one; until then what both hold reads as Unknown", step, &properties_step);
        spoil(object, base, properties.get_object().value_unsafe());
        spoil(object, base, member.get_object().value_unsafe());
      } else {
        gather(object, base, member.get_object().value_unsafe(), trail_.add_origin(step));
        properties = member;
        properties_step = step;
        has_properties = true;
      }
    }
    ++step.ordinal;
  }
}

void FactsFiller::give(Spot object, Slot& slot, std::uint32_t column, const Slot& next) {
  if (slot.given == Given::No) {
    slot = next;
    return;
  }
  const bool twins = slot.owner_object == next.owner_object;
  if (slot.given == Given::Twice || (!twins && equal_json(slot.value, next.value))) return;
  slot.given = Given::Twice;
  const std::string path = facts_->path_of(catalogue_->node(object.node).members[column], object.at);
  if (twins) {
    report(codes::facts_duplicate, fmt::format("`{}` is given twice", path),
           "keep one; until then it reads as Unknown", next.step, &slot.step);
  } else {
    report(codes::facts_disagree,
           fmt::format("`{}` has one value in `properties` and another above it", path),
           "keep one; until then it reads as Unknown", next.step, &slot.step);
  }
}

// Nothing that stands in one of two `properties` can be trusted.
void FactsFiller::spoil(Spot object, std::size_t base, simdjson::dom::object value) {
  for (const auto [key, member] : value) {
    const std::uint32_t column = index_.find(catalogue_->node(object.node).shape, key);
    if (column != no_column) {
      slots_[base + column].given = Given::Twice;
    } else if (merges_properties(object.node, key, member)) {
      spoil(object, base, member.get_object().value_unsafe());
    }
  }
}

// Lists ---------------------------------------------------------------------------------------------------

void FactsFiller::fill_list(Spot spot, FactCell& cell, Element value) {
  mark_wrong(value, cell);
  if (value.is_array()) fill_items(spot, cell, value.get_array().value_unsafe());
  if (value.is_object()) fill_wrapped(spot, cell, value.get_object().value_unsafe());
}

// `{"value": [...], "nextLink": "..."}`, as a REST answer gives a list.
void FactsFiller::fill_wrapped(Spot spot, FactCell& cell, simdjson::dom::object value) {
  JsonStep step;
  JsonStep list_step;
  Element list = {};
  bool found = false;
  for (const auto [key, member] : value) {
    if (equal_ignoring_case(key, "value") && found) {
      report(codes::facts_duplicate, fmt::format("`{}` is given twice in `{}`", excerpt(key), path_of(spot)),
             "keep one; until then it reads as Unknown", step, &list_step);
      cell.state = CellState::Conflict;
      return;
    }
    if (equal_ignoring_case(key, "value") && member.is_array()) {
      found = true;
      list = member;
      list_step = step;
    }
    if (equal_ignoring_case(key, "nextLink") && member.is_string() &&
        member.get_string_length().value_unsafe() > 0) {
      report(codes::facts_first_page, fmt::format("`{}` goes on at `{}`", path_of(spot), key),
             "gather the other pages too and put their items into one list", step);
    }
    ++step.ordinal;
  }
  if (!found) return;
  trail_.push(list_step);
  fill_items(spot, cell, list.get_array().value_unsafe());
  trail_.pop();
}

void FactsFiller::fill_items(Spot spot, FactCell& cell, simdjson::dom::array value) {
  const NodeIndex item = catalogue_->node(spot.node).item;
  std::uint32_t count = 0;
  // simdjson's own size() stops counting at 2^24.
  for ([[maybe_unused]] const Element each : value) ++count;
  if (!reserve_cells(item, count)) return;
  cell.state = CellState::Present;
  cell.size = count;
  const bool rows = catalogue_->node(item).type == FactType::Object;
  cell.first = rows ? facts_->add_rows(item, spot.at, count) : facts_->add_items(item, count, spot.at);
  JsonStep step;
  for (const Element each : value) {
    const std::uint32_t at = cell.first + step.ordinal;
    trail_.push(step);
    if (rows) {
      fill_item_row(item, at, each);
    } else {
      fill({item, at}, facts_->item(item, at), each);
    }
    trail_.pop();
    ++step.ordinal;
  }
}

// A row has no state of its own: where an item is no object, every member of its row says what was found
// instead.
void FactsFiller::fill_item_row(NodeIndex item, RowIndex row, Element value) {
  if (value.is_object()) {
    fill_row(item, row, value.get_object().value_unsafe());
  } else {
    mark_row(item, row, CellState::WrongType, json_kind(value));
  }
}

void FactsFiller::mark_row(NodeIndex object, RowIndex row, CellState state, JsonKind found) {
  FactCell* const cells = facts_->row(object, row);
  for (std::size_t column = 0; column < catalogue_->node(object).members.size(); ++column) {
    cells[column].state = state;
    cells[column].found = found;
  }
}

// Maps ----------------------------------------------------------------------------------------------------

void FactsFiller::fill_map(Spot spot, FactCell& cell, Element value) {
  mark_wrong(value, cell);
  if (!value.is_object()) return;
  const std::size_t base = entries_.size();
  gather_map(spot, value.get_object().value_unsafe());
  if (reserve_cells(catalogue_->node(spot.node).item, entries_.size() - base))
    fill_map_items(spot, cell, base);
  entries_.resize(base);
}

// Pushes the entries in the order of their keys, each key once.
void FactsFiller::gather_map(Spot spot, simdjson::dom::object value) {
  const auto base = static_cast<std::ptrdiff_t>(entries_.size());
  std::uint32_t ordinal = 0;
  for (const auto [key, member] : value) entries_.push_back({key, member, ordinal++, false});
  std::sort(entries_.begin() + base, entries_.end(), [](const MapEntry& a, const MapEntry& b) {
    return a.key != b.key ? a.key < b.key : a.ordinal < b.ordinal;
  });
  const bool secret = secret_keys(*catalogue_, spot.node);
  auto kept = entries_.begin() + base;
  for (auto each = kept; each != entries_.end(); ++each) {
    if (each == kept) continue;
    if (each->key != kept->key) {
      *++kept = *each;
      continue;
    }
    const JsonStep first{no_origin, kept->ordinal};
    if (!kept->twice) {
      const std::string key = secret ? "a secret key" : fmt::format("the key `{}`", excerpt(each->key));
      report(codes::facts_duplicate, fmt::format("{} is given twice in `{}`", key, path_of(spot)),
             "keep one; until then it reads as Unknown", {no_origin, each->ordinal}, &first);
    }
    kept->twice = true;
  }
  if (kept != entries_.end()) entries_.erase(kept + 1, entries_.end());
}

void FactsFiller::fill_map_items(Spot spot, FactCell& cell, std::size_t base) {
  const NodeIndex item = catalogue_->node(spot.node).item;
  const auto count = static_cast<std::uint32_t>(entries_.size() - base);
  const bool rows = catalogue_->node(item).type == FactType::Object;
  cell.state = CellState::Present;
  cell.size = count;
  cell.first = rows ? facts_->add_rows(item, spot.at, count) : facts_->add_items(item, count, spot.at);
  if (rows) facts_->add_map_keys(item, cell.first, count);
  for (std::uint32_t i = 0; i < count; ++i) facts_->set_map_key(item, cell.first + i, entries_[base + i].key);
  for (std::uint32_t i = 0; i < count; ++i) {
    const MapEntry entry = entries_[base + i];
    const std::uint32_t at = cell.first + i;
    trail_.push({no_origin, entry.ordinal});
    if (rows && entry.twice) mark_row(item, at, CellState::Conflict, json_kind(entry.value));
    if (rows && !entry.twice) fill_item_row(item, at, entry.value);
    if (!rows && entry.twice) facts_->item(item, at).state = CellState::Conflict;
    if (!rows && !entry.twice) fill({item, at}, facts_->item(item, at), entry.value);
    trail_.pop();
  }
}

}  // namespace tsg
