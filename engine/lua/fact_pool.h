// SPDX-License-Identifier: MIT
// The tables behind FactTables: one a row of each Object, one a row's member of each List.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/lua/fact_view.h"
#include "engine/model/facts.h"

struct lua_State;

namespace tsg::lua {

class FactPool {
 public:
  // Borrows both; registers nothing yet.
  FactPool(lua_State* lua, const Catalogue& catalogue);

  // Objects and Lists on a way of Objects and Lists of Objects alone have tables.
  bool pooled(NodeIndex node) const { return kinds_[node] != Kind::None; }
  bool is_list(NodeIndex node) const { return kinds_[node] == Kind::List; }
  // What a table of the pool shows; null when it is none.
  const FactView* view_of(const void* table) const;
  // REQUIRES: pooled(node), and its document was filled
  void push(NodeIndex node, std::uint32_t row);

  // Members that were read are written for all rows from the next filling on.
  // False: no more can be written.
  bool learn_member(NodeIndex object, NodeIndex member);
  // Items that were read likewise; from then on `#` needs no call.
  void learn_items(NodeIndex list);

  // Writes what is learnt of all rows of an Object, of a List for all rows of its parent. REQUIRES: what
  // stands below was filled before
  void fill(NodeIndex node, const Facts& facts);

 private:
  enum class Kind : std::uint8_t { None, Object, List };
  struct Slot {
    FactView view = {};
    std::uint32_t held = 0;   // of a List: items in its table
    std::uint32_t first = 0;  // and the row of the first one
  };
  struct Tables {
    int rows = 0;       // registry: the tables, by row + 1
    int metatable = 0;  // registry
    int filled = 0;     // of a List: the metatable of a table that holds all items
    std::deque<Slot> slots = {};
    // Of an Object ------------------------------------------------------------------------------------
    std::vector<NodeIndex> scalars = {};     // learnt, and written by the setter
    std::vector<NodeIndex> containers = {};  // learnt
    int setter = 0;                          // registry; made for scalars.size() == setter_for
    std::size_t setter_for = 0;
    std::vector<std::uint32_t> shown =
        {};  // rows x containers: the row of what stands there + 1, 0 for nothing
    // Of a List ---------------------------------------------------------------------------------------
    bool items_learnt = false;
  };

  void fill_object(NodeIndex object, const Facts& facts);
  void fill_list(NodeIndex list, const Facts& facts);
  void grow(NodeIndex node, std::uint32_t rows);
  void push_metatable(NodeIndex node, bool filled);
  void push_setter(Tables& tables);
  void set_scalars(NodeIndex object, Tables& tables, const Facts& facts, std::uint32_t rows);
  void set_containers(NodeIndex object, Tables& tables, const Facts& facts, std::uint32_t rows);
  void fill_items(NodeIndex list, Slot& slot, const FactCell& cell, const Facts& facts);
  bool push_item(NodeIndex item, std::uint32_t at, const Facts& facts);
  std::uint32_t rows_of(NodeIndex node, const Facts& facts) const;

  lua_State* lua_;
  const Catalogue& catalogue_;
  std::vector<Kind> kinds_;     // by node
  std::vector<Tables> tables_;  // by node
  std::unordered_map<const void*, const FactView*> views_ = {};
};

// Pushes a scalar that a table may hold, or nil: the read then reaches the metatable.
void push_pooled_scalar(lua_State* lua, FactType type, const FactCell& cell);

}  // namespace tsg::lua
