// SPDX-License-Identifier: MIT
// Verbs for tests that read facts.
#pragma once

#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <string_view>

#include "engine/loader/catalogue_reader.h"
#include "engine/loader/facts_reader.h"

namespace tsg {

// A catalogue and facts read over it; a declaration is the text of a facts.toml below its format line.
struct ReadFacts {
  explicit ReadFacts(std::string_view declarations)
      : catalogue(std::make_unique<Catalogue>(
            read_catalogue("test", "facts.toml", "format = 1\n" + std::string(declarations)).catalogue)),
        reader(*catalogue),
        facts(*catalogue) {
    reader.begin(facts);
  }

  ReadFacts& read(std::string_view json) {
    diagnostics.clear();
    facts.clear();
    reader.begin(facts);
    accepted = reader.read_documents("facts.json", json, diagnostics);
    return *this;
  }

  // The cell at a path through objects only.
  const FactCell& at(std::string_view path, RowIndex row = 0) const {
    const NodeIndex node = catalogue->find(path);
    INFO(path);
    REQUIRE(node != no_node);
    return facts.cell(node, row);
  }
  CellState state(std::string_view path, RowIndex row = 0) const { return at(path, row).state; }
  std::string string(std::string_view path, RowIndex row = 0) const {
    REQUIRE(state(path, row) == CellState::Present);
    return std::string(at(path, row).string());
  }

  std::unique_ptr<Catalogue> catalogue;
  FactsReader reader;
  Facts facts;
  Diagnostics diagnostics = {};
  bool accepted = false;
};

}  // namespace tsg
