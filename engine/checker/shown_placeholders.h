// SPDX-License-Identifier: MIT
// The placeholders of one article: who reads them, and where they stand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/guide.h"

namespace tsg {

enum class Reader : std::uint8_t { Customer, Agent };

// By index of CompiledArticle::placeholders: Agent where it stands only in what is for agents.
std::vector<Reader> readers_of(const Document& document);

// A place with the line it stands in.
struct ArticleSpot {
  Place place = {};
  std::string source_line = {};
};

// The placeholder's first token; line 1 of the article when it is in an included text.
ArticleSpot spot_of(const Document& document, std::string_view placeholder);

}  // namespace tsg
