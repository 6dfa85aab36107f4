// SPDX-License-Identifier: MIT
// Facts as pooled Lua tables: the fast form of the views of fact_view.h, for rules that are proven not to
// assign into them (own_tables.h).
//
// For every Object and List of the catalogue there is one table a row, made once and filled anew for each
// document, so that Lua's memory stays flat. What a table does not hold is nil in it, and the read reaches
// its metatable, where the views' own code decides: a missing fact, an optional one, a path nobody declared.
// A filled table is a cache before that code and never a second opinion.
//
//   facts.pools[2].name      root -> table of List `pools` -> table of row 1 -> "pool-b"
//
// Only what rules read is filled: the first read of a member comes through the metatable and is remembered,
// and from the next document on that member is written for every row. What cannot be pooled (maps, lists of
// lists, secrets, long strings, very large documents) is read through views as before.
#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "engine/lua/fact_pool.h"
#include "engine/lua/fact_view.h"

struct lua_State;

namespace tsg::lua {

// What one rule gets as `facts`: a table of its own, whose members are the documents it read before.
struct FactRoot {
  int table = 0;  // a reference into the registry
  FactView view = {};
  std::vector<NodeIndex> read = {};
  std::uint64_t revision = 0;  // of the facts its members belong to
};

class FactTables {
 public:
  // Borrows both. All functions but the constructor and `begin` may raise Lua errors: they run inside a
  // protected call.
  FactTables(lua_State* lua, const Catalogue& catalogue);
  FactTables(const FactTables&) = delete;
  FactTables& operator=(const FactTables&) = delete;

  // The facts of the runs that follow; borrowed until the next `begin`. Costs nothing when they are the same.
  void begin(const Facts& facts);
  // Pushes the root of a rule, with the documents it is known to read.
  void push_root(FactRoot& root);

  // Whether the container has a table; fills its document for these facts if need be.
  bool holds(const FactView& view);
  // REQUIRES: holds(view)
  void push(const FactView& view) { pool_.push(view.node, view.row); }
  // What a table of the pool shows; null when it is none.
  const FactView* view_of(const void* table) const;
  // A read that reached the metatable: `table` was asked for the key at `key` and gave the value at `value`.
  void remember(int table, int key, int value);

 private:
  struct Document {
    std::vector<NodeIndex> nodes = {};  // with tables, the lowest first
    std::uint64_t revision = 0;         // of the facts it was filled with
    bool fits = false;
  };

  bool ensure(std::uint32_t document);
  bool fits(const Document& document) const;
  void push_document(NodeIndex document);
  void remember_member(NodeIndex object, int table, int key, int value);
  void remember_document(FactRoot& root, int table, int key, int value);

  lua_State* lua_;
  const Catalogue& catalogue_;
  FactPool pool_;
  const Facts* facts_ = nullptr;
  std::uint64_t revision_ = 0;
  std::vector<Document> documents_;
  std::unordered_map<const void*, FactRoot*> roots_ = {};
};

}  // namespace tsg::lua
