// SPDX-License-Identifier: MIT
#include "engine/loader/present_time.h"

namespace tsg {

void set_present_time(Facts& facts, std::string_view now) {
  const Catalogue& catalogue = facts.catalogue();
  const NodeIndex node = catalogue.member(0, "now");
  if (node == no_node || catalogue.node(node).type != FactType::DateTime) return;
  FactCell& cell = facts.cell(node, 0);
  cell.state = CellState::Present;
  cell.found = JsonKind::String;
  cell.text = now.data();
  cell.size = static_cast<std::uint32_t>(now.size());
}

}  // namespace tsg
