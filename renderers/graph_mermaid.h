// SPDX-License-Identifier: MIT
// A guide as a flowchart of Mermaid. Nodes are called n0, n1, ...: a name such as `end` is a word of its
// language. In a label only letters, digits, blanks, commas and what is not ASCII stand as they are; all else
// is
// `#` and the number of its character, which Mermaid reads back and which is no markup to it.
#pragma once

#include <string>

#include "engine/model/guide_graph.h"

namespace tsg {

std::string render_mermaid(const GuideGraph& graph);

}  // namespace tsg
