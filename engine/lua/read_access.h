// SPDX-License-Identifier: MIT
// Which nodes of a catalogue a rule may read: what its `reads` name, all below, and the containers above.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/catalogue.h"

namespace tsg::lua {

enum class Access : std::uint8_t { Outside, Above, Inside };

using ReadAccess = std::vector<Access>;  // by NodeIndex

// The path of a node as `reads` spells it: without "[]" and "{}".
std::string prefix_of(const Catalogue& catalogue, NodeIndex node);
// The topmost node a prefix names, in exact spelling; no_node when there is none.
NodeIndex node_of_prefix(const Catalogue& catalogue, std::string_view prefix);
// All prefixes a rule could name, for "did you mean".
std::vector<std::string> prefixes_of(const Catalogue& catalogue);

// Opens `node`, all below and the way to it.
void allow(ReadAccess& access, const Catalogue& catalogue, NodeIndex node);
// The highest class among the values a rule with this access can read.
DataClass highest_class(const ReadAccess& access, const Catalogue& catalogue);

}  // namespace tsg::lua
