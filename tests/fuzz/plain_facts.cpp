// SPDX-License-Identifier: MIT
#include "tests/fuzz/plain_facts.h"

#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "engine/model/limits.h"
#include "engine/text/ascii.h"
#include "engine/text/rfc3339.h"
#include "tests/fuzz/property.h"

namespace tsg::fuzz {

namespace {

using nlohmann::json;

constexpr int plain_depth = 48;

bool has_long_number(std::string_view text) {
  std::size_t run = 0;
  for (const char c : text) {
    run = c >= '0' && c <= '9' ? run + 1 : 0;
    if (run >= 19) return true;
  }
  return false;
}

// Watches a parse for names that make a text other than plain.
class NameWatch {
 public:
  bool see(int depth, json::parse_event_t event, const json& parsed) {
    if (depth > plain_depth) plain_ = false;
    if (event == json::parse_event_t::object_start) names_.emplace_back();
    if (event == json::parse_event_t::object_end) names_.pop_back();
    if (event == json::parse_event_t::key) see_name(ascii_lowered(parsed.get_ref<const std::string&>()));
    return true;
  }
  bool plain() const { return plain_; }

 private:
  void see_name(const std::string& name) {
    const bool fresh = names_.back().insert(name).second;
    plain_ = plain_ && fresh && name != "properties" && name != "value";
  }

  std::vector<std::set<std::string>> names_ = {};
  bool plain_ = true;
};

class PlainReading {
 public:
  explicit PlainReading(const Facts& facts) : facts_(facts), catalogue_(facts.catalogue()) {}

  void documents(const json& root) const {
    for (const NodeIndex node : catalogue_.node(0).members) {
      const json* const value = member_of(root, catalogue_.node(node).name);
      const FactCell& cell = facts_.cell(node, 0);
      if (value == nullptr) {
        expect(cell, CellState::Absent, node);
      } else if (value->is_null() || (value->is_array() && value->empty())) {
        const bool list = catalogue_.node(node).type == FactType::List;
        expect(cell, list ? CellState::Present : CellState::Null, node);
      } else {
        check(node, cell, *value);
      }
    }
  }

 private:
  static const json* member_of(const json& object, std::string_view name) {
    for (const auto& [key, value] : object.items()) {
      if (equal_ignoring_case(key, name)) return &value;
    }
    return nullptr;
  }

  void expect(const FactCell& cell, CellState state, NodeIndex node) const {
    require(cell.state == state, "a cell is in the state that a plain reading gives it",
            catalogue_.node(node).path + " is " + std::to_string(static_cast<int>(cell.state)) + ", not " +
                std::to_string(static_cast<int>(state)));
  }

  // Whether there is a value to look at.
  bool present(const FactCell& cell, bool fits, NodeIndex node) const {
    expect(cell, fits ? CellState::Present : CellState::WrongType, node);
    return fits;
  }

  void check(NodeIndex node, const FactCell& cell, const json& value) const {
    if (value.is_null()) return expect(cell, CellState::Null, node);
    switch (catalogue_.node(node).type) {
      case FactType::Object:
        if (present(cell, value.is_object(), node)) row(node, cell.first, value);
        return;
      case FactType::List:
        if (present(cell, value.is_array(), node)) list(node, cell, value);
        return;
      case FactType::Map:
        if (present(cell, value.is_object(), node)) map(node, cell, value);
        return;
      case FactType::Boolean:
        if (present(cell, value.is_boolean(), node))
          require(cell.boolean == value.get<bool>(), "a boolean is the one read");
        return;
      case FactType::Integer:
        return integer(node, cell, value);
      case FactType::Number:
        if (present(cell, value.is_number(), node))
          require(cell.number == value.get<double>(), "a number is the one read");
        return;
      case FactType::String:
      case FactType::DateTime:
        return text(node, cell, value);
    }
  }

  void integer(NodeIndex node, const FactCell& cell, const json& value) const {
    const double number = value.is_number() ? value.get<double>() : 0.5;
    constexpr double end = 9223372036854775808.0;
    const bool whole = number >= -end && number < end && std::floor(number) == number;
    if (present(cell, whole, node))
      require(cell.integer == value.get<std::int64_t>(), "an integer is the one read");
  }

  void text(NodeIndex node, const FactCell& cell, const json& value) const {
    const std::string* const read = value.is_string() ? &value.get_ref<const std::string&>() : nullptr;
    if (read != nullptr && read->size() > limits::rule_string_bytes)
      return expect(cell, CellState::Withheld, node);
    const bool wants_time = catalogue_.node(node).type == FactType::DateTime;
    const bool fits = read != nullptr && (!wants_time || parse_rfc3339(*read));
    if (present(cell, fits, node)) require_equal(cell.string(), *read, "a string is the one read");
  }

  void row(NodeIndex object, RowIndex row, const json& value) const {
    for (const NodeIndex member : catalogue_.node(object).members) {
      const json* const found = member_of(value, catalogue_.node(member).name);
      const FactCell& cell = facts_.cell(member, row);
      found == nullptr ? expect(cell, CellState::Absent, member) : check(member, cell, *found);
    }
  }

  void list(NodeIndex node, const FactCell& cell, const json& value) const {
    require(cell.size == value.size(), "a list has the items that were read");
    for (std::uint32_t i = 0; i < cell.size; ++i) item(catalogue_.node(node).item, cell.first + i, value[i]);
  }

  // nlohmann-json keeps an object's members in byte order, as a map's cells are.
  void map(NodeIndex node, const FactCell& cell, const json& value) const {
    require(cell.size == value.size(), "a map has the items that were read");
    std::uint32_t at = cell.first;
    for (const auto& [key, each] : value.items()) {
      const NodeIndex below = catalogue_.node(node).item;
      require_equal(facts_.map_key(below, at), key, "a map's keys are the ones read, in order");
      item(below, at++, each);
    }
  }

  void item(NodeIndex node, std::uint32_t at, const json& value) const {
    if (catalogue_.node(node).type != FactType::Object) return check(node, facts_.item(node, at), value);
    if (value.is_object()) return row(node, at, value);
    for (const NodeIndex member : catalogue_.node(node).members) {
      require(facts_.cell(member, at).state == CellState::WrongType,
              "an item that is no object has no members");
    }
  }

  const Facts& facts_;
  const Catalogue& catalogue_;
};

}  // namespace

std::optional<json> plain_json(std::string_view text) {
  // nlohmann-json takes a NUL for the end of the text.
  if (has_long_number(text) || text.find('\0') != std::string_view::npos) return std::nullopt;
  NameWatch watch;
  json root = json::parse(
      text,
      [&watch](int depth, json::parse_event_t event, json& parsed) {
        return watch.see(depth, event, parsed);
      },
      false);
  if (root.is_discarded() || !watch.plain()) return std::nullopt;
  return root;
}

void require_facts_say(const Facts& facts, const json& root) {
  PlainReading(facts).documents(root);
}

}  // namespace tsg::fuzz
