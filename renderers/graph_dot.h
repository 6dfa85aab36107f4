// SPDX-License-Identifier: MIT
// A guide as a graph of Graphviz' language, DOT. Labels are quoted strings: `"` and `\` are escaped, `&`
// becomes
// `&amp;` because labels hold HTML's character names, and nothing else can end or change one.
#pragma once

#include <string>

#include "engine/model/guide_graph.h"

namespace tsg {

std::string render_dot(const GuideGraph& graph);

}  // namespace tsg
