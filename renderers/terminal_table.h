// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "renderers/terminal_writer.h"

namespace tsg {

struct TerminalTable {
  bool has_header = false;                                 // rows[0]
  std::vector<std::vector<std::vector<Piece>>> rows = {};  // rows of cells of pieces
};

// In columns where that fits the width; else row by row, each cell behind its column's heading.
void write_terminal_table(TerminalWriter& out, const TerminalTable& table, std::size_t indent);

}  // namespace tsg
