// SPDX-License-Identifier: MIT
// Fills facts from parsed JSON by a catalogue: members by name without case, `properties` merged into the
// object above,
// `{"value": [...]}` taken for the list, maps by key, what nobody declared left out. No allocation once it
// has seen a document as large. Shows simdjson types, so it is for this room only.
//
// An object is read in two steps: its members are gathered into slots, one a column, where a member given
// twice shows; then the slots are filled in the catalogue's order. So facts do not depend on the order of
// members.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/loader/facts_problem.h"
#include "engine/loader/json_trail.h"
#include "engine/loader/member_index.h"
#include "engine/loader/member_order.h"
#include "engine/model/catalogue.h"
#include "engine/model/facts.h"

namespace tsg {

class FactsFiller {
 public:
  // Borrows the catalogue.
  explicit FactsFiller(const Catalogue& catalogue);

  // For the facts that are filled next; over the same catalogue.
  void begin(Facts& facts);
  // For the JSON text that is read next; its outermost value is where ways begin.
  void begin_text();

  // Fills one document. `step` leads from the outermost value to `value`; null: `value` is the outermost one.
  void fill_document(std::uint32_t document, simdjson::dom::element value, const JsonStep* step);
  void mark_conflict(std::uint32_t document);
  // One step down and up again, for what a caller reads itself and reports on.
  void enter(JsonStep step) { trail_.push(step); }
  void leave() { trail_.pop(); }
  const MemberIndex& index() const { return index_; }
  // The document called `key`, without case; no_column when there is none.
  std::uint32_t document_named(std::string_view key) const { return index_.find(0, key); }

  void report(const Code& code, std::string message, std::string help, JsonStep at,
              const JsonStep* first = nullptr);
  const std::vector<FactsProblem>& problems() const { return problems_; }
  std::size_t problems_left_out() const { return problems_left_out_; }
  // More cells than limits::facts_cells would have been needed; the facts are not whole.
  bool overfull() const { return overfull_; }

 private:
  using Element = simdjson::dom::element;
  enum class Given : std::uint8_t { No, Once, Twice };
  struct Slot {
    Element value = {};
    JsonStep step = {};
    std::uint32_t owner_object =
        0;  // number of the JSON object it stands in, to tell twins from `properties`
    Given given = Given::No;
  };
  struct MapEntry {
    std::string_view key = {};
    Element value = {};
    std::uint32_t ordinal = 0;
    bool twice = false;
  };
  // A place for a value: the row of its parent's table, or its index among the items of its list or map.
  struct Spot {
    NodeIndex node = 0;
    std::uint32_t at = 0;
  };

  void fill(Spot spot, FactCell& cell, Element value);
  void fill_child(Spot spot, FactCell& cell, Element value, JsonStep step);
  void fill_nothing(NodeIndex node, FactCell& cell, Element value);
  bool is_one_of_list(std::uint32_t document, Element value) const;
  void fill_one_of_list(Spot spot, FactCell& cell, Element value);

  void fill_object(Spot spot, FactCell& cell, Element value);
  void fill_row(NodeIndex object, RowIndex row, simdjson::dom::object value);
  void gather(Spot object, std::size_t base, simdjson::dom::object value, std::uint32_t origin);
  void give(Spot object, Slot& slot, std::uint32_t column, const Slot& next);
  void spoil(Spot object, std::size_t base, simdjson::dom::object value);
  bool merges_properties(NodeIndex object, std::string_view key, Element value) const;

  void fill_list(Spot spot, FactCell& cell, Element value);
  void fill_wrapped(Spot spot, FactCell& cell, simdjson::dom::object value);
  void fill_items(Spot spot, FactCell& cell, simdjson::dom::array value);
  void fill_item_row(NodeIndex item, RowIndex row, Element value);
  void mark_row(NodeIndex object, RowIndex row, CellState state, JsonKind found);

  void fill_map(Spot spot, FactCell& cell, Element value);
  void gather_map(Spot spot, simdjson::dom::object value);
  void fill_map_items(Spot spot, FactCell& cell, std::size_t base);

  bool reserve_cells(NodeIndex node, std::size_t count);
  std::string path_of(Spot spot) const;

  const Catalogue* catalogue_;
  MemberIndex index_;
  std::vector<MemberOrder> orders_;  // by shape
  Facts* facts_ = nullptr;
  JsonTrail trail_ = {};
  std::vector<Slot> slots_ = {};        // a stack: those of the objects that are being filled
  std::vector<MapEntry> entries_ = {};  // a stack, likewise
  std::vector<bool> properties_ = {};   // by node: an Object that declares `properties` itself
  std::vector<FactsProblem> problems_ = {};
  std::size_t problems_left_out_ = 0;
  std::size_t cells_ = 0;
  std::uint32_t objects_seen_ = 0;
  bool overfull_ = false;
};

}  // namespace tsg
