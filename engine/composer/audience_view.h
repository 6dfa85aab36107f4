// SPDX-License-Identifier: MIT
// An article as an audience may read it: without marks, and for customers without what is meant for agents.
#pragma once

#include <cstdint>

#include "engine/composer/composed.h"
#include "engine/model/article.h"
#include "engine/model/segment.h"

namespace tsg {

// How much of an article a customer may read.
enum class Extent : std::uint8_t {
  Whole,             // but for <!-- audience: agent -->
  IssueDescription,  // of a TSG_Content article only that section
};

Extent customers_extent(const Article& article);

// All three forms (html, markdown, blocks) with the same rule, free of section and audience marks.
CompiledArticle audience_view(const CompiledArticle& article, Audience audience, Extent extent);

}  // namespace tsg
