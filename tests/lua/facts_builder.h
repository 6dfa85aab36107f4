// SPDX-License-Identifier: MIT
// Facts from a value written in C++, through the filling functions the loader uses.
#pragma once

#include <deque>
#include <functional>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/facts.h"
#include "engine/text/ascii.h"

namespace tsg::test {

// JSON as far as the tests need it.
struct Json {
  JsonKind kind = JsonKind::Null;
  bool boolean = false;
  std::int64_t integer = 0;
  double number = 0;
  std::string text = {};
  std::vector<Json> items = {};
  std::vector<std::pair<std::string, Json>> members = {};

  Json() = default;
  Json(const char* value) : kind(JsonKind::String), text(value) {}
  Json(std::string value) : kind(JsonKind::String), text(std::move(value)) {}
  Json(bool value) : kind(JsonKind::Boolean), boolean(value) {}
  Json(int value) : kind(JsonKind::Integer), integer(value) {}
  Json(double value) : kind(JsonKind::Number), number(value) {}
};

inline Json object(std::vector<std::pair<std::string, Json>> members) {
  Json json;
  json.kind = JsonKind::Object;
  json.members = std::move(members);
  return json;
}

inline Json list(std::vector<Json> items) {
  Json json;
  json.kind = JsonKind::Array;
  json.items = std::move(items);
  return json;
}

class FactsBuilder {
 public:
  explicit FactsBuilder(const Catalogue& catalogue) : facts_(catalogue) {}

  Facts build(const Json& root) {
    fill_object(0, 0, root);
    return std::move(facts_);
  }

 private:
  using CellOf = std::function<FactCell&()>;  // asked again after rows were added: cells move

  void fill_object(NodeIndex object, RowIndex row, const Json& json) {
    for (const auto& [name, value] : json.members) {
      const NodeIndex member = facts_.catalogue().member(object, name);
      if (member == no_node) continue;
      fill(member, row, value, [this, member, row]() -> FactCell& { return facts_.cell(member, row); });
    }
  }

  void fill(NodeIndex node, RowIndex row, const Json& json, const CellOf& cell_of) {
    const CatalogueNode& declared = facts_.catalogue().node(node);
    FactCell& cell = cell_of();
    cell.found = json.kind;
    cell.state = json.kind == JsonKind::Null ? CellState::Null
                 : fits(declared.type, json) ? CellState::Present
                                             : CellState::WrongType;
    if (cell.state != CellState::Present) return;
    switch (declared.type) {
      case FactType::Object: {
        const RowIndex own = facts_.add_rows(node, row, 1);
        fill_object(node, own, json);
        cell_of().first = own;
        return;
      }
      case FactType::List:
        return fill_items(declared.item, row, json, cell_of);
      case FactType::Map:
        return fill_map(declared.item, row, json, cell_of);
      case FactType::String:
      case FactType::DateTime:
        texts_->push_back(json.text);
        cell.text = texts_->back().data();
        cell.size = static_cast<std::uint32_t>(json.text.size());
        return;
      case FactType::Integer:
        cell.integer = json.integer;
        return;
      case FactType::Number:
        cell.number = json.kind == JsonKind::Integer ? static_cast<double>(json.integer) : json.number;
        return;
      case FactType::Boolean:
        cell.boolean = json.boolean;
        return;
    }
  }

  void fill_items(NodeIndex item, RowIndex row, const Json& json, const CellOf& cell_of) {
    const auto count = static_cast<std::uint32_t>(json.items.size());
    const bool rows = facts_.catalogue().node(item).type == FactType::Object;
    const std::uint32_t first = rows ? facts_.add_rows(item, row, count) : facts_.add_items(item, count);
    cell_of().first = first;
    cell_of().size = count;
    for (std::uint32_t i = 0; i < count; ++i) {
      if (rows) {
        fill_object(item, first + i, json.items[i]);
      } else {
        fill(item, row, json.items[i],
             [this, item, at = first + i]() -> FactCell& { return facts_.item(item, at); });
      }
    }
  }

  void fill_map(NodeIndex item, RowIndex row, const Json& json, const CellOf& cell_of) {
    const auto count = static_cast<std::uint32_t>(json.members.size());
    const bool rows = facts_.catalogue().node(item).type == FactType::Object;
    const std::uint32_t first = rows ? facts_.add_rows(item, row, count) : facts_.add_items(item, count);
    if (rows) facts_.add_map_keys(item, first, count);
    cell_of().first = first;
    cell_of().size = count;
    for (std::uint32_t i = 0; i < count; ++i) {
      texts_->push_back(json.members[i].first);
      facts_.set_map_key(item, first + i, texts_->back());
      const Json& value = json.members[i].second;
      if (rows) {
        fill_object(item, first + i, value);
      } else {
        fill(item, row, value, [this, item, at = first + i]() -> FactCell& { return facts_.item(item, at); });
      }
    }
  }

  static bool fits(FactType type, const Json& json) {
    switch (type) {
      case FactType::Object:
      case FactType::Map:
        return json.kind == JsonKind::Object;
      case FactType::List:
        return json.kind == JsonKind::Array;
      case FactType::String:
      case FactType::DateTime:
        return json.kind == JsonKind::String;
      case FactType::Integer:
        return json.kind == JsonKind::Integer;
      case FactType::Number:
        return json.kind == JsonKind::Number || json.kind == JsonKind::Integer;
      case FactType::Boolean:
        return json.kind == JsonKind::Boolean;
    }
    return false;
  }

  Facts facts_;
  std::shared_ptr<std::deque<std::string>> texts_ = kept();

  std::shared_ptr<std::deque<std::string>> kept() {
    auto texts = std::make_shared<std::deque<std::string>>();
    facts_.keep(texts);
    return texts;
  }
};

}  // namespace tsg::test
