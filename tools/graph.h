// SPDX-License-Identifier: MIT
// `tsg graph`: a guide's tree and checks drawn, with a resolution's path in it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tools/console.h"

namespace tsg {

// ByFile: by the ending of the file that is written or compared; without one, Dot.
enum class GraphFormat : std::uint8_t { ByFile, Dot, Mermaid, Svg };

struct GraphCommand {
  std::string pack = {};
  std::string guide = {};
  GraphFormat format = GraphFormat::ByFile;
  std::string resolution = {};  // a file
  std::vector<std::string> facts = {};
  std::string now = {};
  bool coverage = false;      // draw in what the guide's scenarios reach
  std::string compared = {};  // a committed drawing
  std::string output = {};
};

// Findings: the drawing in `compared` is not the guide's any more.
ExitCode graph(const GraphCommand& command, const Console& console);

}  // namespace tsg
