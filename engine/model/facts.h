// SPDX-License-Identifier: MIT
// The facts of one subject, stored in columns over a catalogue: for every Object of the catalogue a table of
// rows, for every member a column. Filled by the loader from JSON, read by rules; neither needs the other's
// library.
//
//   applicationGateway.backendAddressPools[1].name
//     -> node of "name", row 1 of the shape of "backendAddressPools[]"
//
// Strings are views of the JSON text they came from: the Facts keep that text alive (`storage`).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/catalogue.h"

namespace tsg {

using RowIndex = std::uint32_t;

enum class CellState : std::uint8_t {
  Absent,
  Null,
  Present,    // of the declared type
  WrongType,  // present, but of the JSON kind `found`
  Conflict,   // given more than once, with no way to choose
  Withheld,   // a string longer than a rule may read (limits.h)
  Stale,      // older than its document's max-age; never stored in a cell, told by Facts::state_of
};

enum class JsonKind : std::uint8_t { Null, Boolean, Integer, Number, String, Array, Object };
std::string_view name_of(JsonKind kind);  // "null", "a boolean", "an integer", ...

// One stored value. Which member of the union holds depends on the type of the cell's catalogue node.
struct FactCell {
  CellState state = CellState::Absent;
  JsonKind found = JsonKind::Null;
  std::uint32_t size = 0;  // String, DateTime: bytes; List, Map: items
  union {
    std::int64_t integer = 0;
    const char* text;  // String, DateTime
    double number;
    bool boolean;
    std::uint32_t first;  // Object: its row; List, Map: its first item (a row of the item's shape, or a cell)
  };

  std::string_view string() const { return {text, size}; }
};

// How a document came to be: `_gathered.json`.
struct Gathering {
  std::string at = {};  // RFC 3339
  std::string command = {};
  std::string tool = {};
  bool operator==(const Gathering&) const = default;
};

// Tells one state of some Facts from every other: no two are equal unless nothing was filled in between.
class Revision {
 public:
  Revision();
  // A copy has a life of its own.
  Revision(const Revision&) : Revision() {}
  Revision& operator=(const Revision& other);
  void advance() { ++number_; }
  std::uint64_t number() const { return number_; }

 private:
  std::uint64_t number_;
};

class Facts {
 public:
  // Borrows `catalogue`, which must outlive the facts. All cells are Absent.
  explicit Facts(const Catalogue& catalogue);

  const Catalogue& catalogue() const { return *catalogue_; }

  // Reading ---------------------------------------------------------------------------------------------

  // The cell of a member in a row of its parent's table. REQUIRES: member has an Object as parent; row exists
  const FactCell& cell(NodeIndex member, RowIndex row) const;
  // The cells of a row, one for each member in the catalogue's order. REQUIRES: row exists
  const FactCell* row(NodeIndex object, RowIndex row) const {
    const Table& table = tables_[catalogue_->node(object).shape];
    return table.cells.data() + static_cast<std::size_t>(row) * table.columns;
  }
  // An item of a list or map whose items are not objects. REQUIRES: nodes[item].type != Object; index exists
  const FactCell& item(NodeIndex item, std::uint32_t index) const { return items_[item].cells[index]; }
  // The key of a map's item. The items of a map stand in the byte order of their keys, each key once.
  // REQUIRES: item belongs to a Map; index exists
  std::string_view map_key(NodeIndex item, std::uint32_t index) const { return map_keys_[item][index]; }
  // The cell's own state, or Stale when its document is.
  CellState state_of(NodeIndex member, RowIndex row) const;
  bool stale(std::uint32_t document) const { return !stale_.empty() && stale_[document]; }
  const Gathering& gathering(std::uint32_t document) const { return gatherings_[document]; }
  // "applicationGateway.backendAddressPools[1].name"; indexes count from 0, map keys stand behind a dot.
  std::string path_of(NodeIndex member, RowIndex row) const;
  // Path of a row itself: "applicationGateway.backendAddressPools[1]".
  std::string row_path(NodeIndex object, RowIndex row) const;
  // Path of an item that is no object: "serviceTags.Storage.WestUS[0]".
  std::string item_path(NodeIndex item, std::uint32_t index) const;
  // Changes with every filling, and is never that of other facts: what was made from facts is still good
  // while their revision is the same. Cells that are written through `row` or `cell` count when the reference
  // is taken.
  std::uint64_t revision() const { return revision_.number(); }
  // The fact `now`, empty when it is absent.
  std::string_view now() const;
  // Rows of an Object's table.
  std::uint32_t row_count(NodeIndex object) const { return tables_[catalogue_->node(object).shape].rows; }

  // Filling ---------------------------------------------------------------------------------------------

  // Makes everything Absent again and keeps the memory.
  void clear();
  FactCell& cell(NodeIndex member, RowIndex row);
  // Holds until rows are added to the same table.
  FactCell* row(NodeIndex object, RowIndex row) {
    revision_.advance();
    Table& table = tables_[catalogue_->node(object).shape];
    return table.cells.data() + static_cast<std::size_t>(row) * table.columns;
  }
  FactCell& item(NodeIndex item, std::uint32_t index) {
    revision_.advance();
    return items_[item].cells[index];
  }
  void set_map_key(NodeIndex item, std::uint32_t index, std::string_view key) {
    revision_.advance();
    map_keys_[item][index] = key;
  }
  // Adds `count` rows to the table of `object`; gives the first. `owner` is where the cell stands that holds
  // them: its row in the table above, or its index among the items when the list or map that holds them is an
  // item itself.
  RowIndex add_rows(NodeIndex object, std::uint32_t owner, std::uint32_t count);
  // Adds `count` item cells (and keys, under a Map) for items that are not objects; gives the first. `owner`
  // as above.
  std::uint32_t add_items(NodeIndex item, std::uint32_t count, std::uint32_t owner = 0);
  // Adds keys for a Map whose items are objects: one for each row from `first`.
  void add_map_keys(NodeIndex item, std::uint32_t first, std::uint32_t count);
  void set_stale(std::uint32_t document);
  void set_gathering(std::uint32_t document, Gathering gathering);
  // Keeps what the cells' strings point into alive as long as the facts.
  void keep(std::shared_ptr<const void> storage) { storage_.push_back(std::move(storage)); }

 private:
  // What a row or an item cell was added with.
  struct Origin {
    std::uint32_t owner = 0;  // as given to add_rows and add_items
    std::uint32_t first = 0;  // the first one that was added with it
  };
  struct Table {
    std::uint32_t columns = 0;
    std::uint32_t rows = 0;
    std::vector<FactCell> cells = {};  // rows x columns
    std::vector<Origin> origins = {};  // one a row
  };
  struct Items {
    std::vector<FactCell> cells = {};
    std::vector<Origin> origins = {};  // one a cell
  };

  std::string above_path(NodeIndex container, std::uint32_t owner) const;
  std::string place_in(NodeIndex item, std::uint32_t index, Origin origin) const;

  const Catalogue* catalogue_;
  Revision revision_ = {};
  std::vector<Table> tables_;                            // by shape
  std::vector<Items> items_;                             // by node
  std::vector<std::vector<std::string_view>> map_keys_;  // by node
  std::vector<bool> stale_;                              // by document
  std::vector<Gathering> gatherings_;                    // by document
  std::vector<std::shared_ptr<const void>> storage_;
};

}  // namespace tsg
