// SPDX-License-Identifier: MIT
// Makes a whole article a text for agents: nobody can tell any more which part of it is.
#pragma once

#include "engine/model/segment.h"

namespace tsg {

void show_to_agents_only(CompiledArticle& article);

}  // namespace tsg
