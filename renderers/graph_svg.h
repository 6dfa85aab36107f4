// SPDX-License-Identifier: MIT
// A guide as one SVG file that needs nothing else: no script, no font, no other file. Its title and
// description hold the whole drawing in words; light or dark is the reader's choice; kinds of boxes, detours
// and the path of a walk are told in words too, never by colour alone.
#pragma once

#include <string>

#include "engine/model/guide_graph.h"
#include "engine/text/result.h"

namespace tsg {

// An error when the guide is too large to be drawn (graph_places).
Result<std::string> render_svg(const GuideGraph& graph);

}  // namespace tsg
