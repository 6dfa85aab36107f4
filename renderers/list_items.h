// SPDX-License-Identifier: MIT
// Lists of an article that grow with a value: an item that holds a placeholder and nothing else stands once
// for each entry of a list, and not at all for an empty one.
//
//   - <!--$MissingPorts-->[ports]<!--/$MissingPorts-->      with {"65200-65502", "65535"}: two items
//
// Elsewhere the entries of a list stand side by side, with commas.
#pragma once

#include <optional>

#include "engine/model/resolution.h"
#include "engine/model/segment.h"

namespace tsg {

struct ExpandedArticle {
  CompiledArticle article = {};
  FilledArticle filled = {};
};

// Nothing when no item of the article has a list for its value.
std::optional<ExpandedArticle> with_list_items(const CompiledArticle& article, const FilledArticle& filled);

}  // namespace tsg
