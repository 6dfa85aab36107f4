// SPDX-License-Identifier: MIT
// Which values are there on every way to a node, as a fixed point over the walk graph:
//
//   at the start        nothing
//   at a node           what all ways into it bring: the intersection
//   a way brings        what is at its beginning, and what it gives
//
// Values only ever come in, so the greatest fixed point is exactly what every single way gives: nothing is
// lost by taking intersections on the way. It is kept by placeholder, not by name: a name counts as every
// placeholder that the [values] of the travelled guides let it fill. Which those are depends on the guides,
// so there is one fixed point for each set of guides that a walk can have come through at its end.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/checker/walk_graph.h"

namespace tsg {

class Guarantees {
 public:
  // Borrows `graph`. `placeholders` are all that will be asked about, in lower case.
  Guarantees(const WalkGraph& graph, const Pack& pack, const std::vector<std::string>& placeholders,
             std::size_t travelled);

  // Whether the article at the end of `way` has the placeholder's value however one came there.
  // REQUIRES: the placeholder, in lower case, was among `placeholders`
  bool has(std::size_t way, const std::string& placeholder) const;

  // A shortest way from the start to the end of `way` on which nothing gives the placeholder; its last is
  // `way`. Steps are met once, as in a walk. REQUIRES: !has(way, placeholder)
  std::vector<std::size_t> way_without(std::size_t way, const std::string& placeholder) const;

 private:
  using Bits = std::vector<std::uint64_t>;

  bool gives(std::size_t way, std::size_t bit) const;
  void settle();
  std::vector<std::size_t> without_detours(const std::vector<std::size_t>& ways) const;

  const WalkGraph& graph_;
  std::map<std::string, std::size_t, std::less<>> bit_of_ = {};
  std::vector<Bits> given_ = {};  // by way
  std::vector<Bits> there_ = {};  // by node
};

}  // namespace tsg
