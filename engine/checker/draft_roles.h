// SPDX-License-Identifier: MIT
// The first step of an import: what each article becomes, and under which id.
#pragma once

#include <optional>
#include <vector>

#include "engine/checker/asked_answers.h"
#include "engine/checker/draft_import.h"

namespace tsg {

struct CastArticle {
  DraftArticle draft = {};
  std::size_t number = SIZE_MAX;  // in its file name, where the editor of workflows left one
  std::optional<AskedAnswers> asked = {};
};

// One for each article, in their order.
std::vector<CastArticle> cast_articles(const std::vector<ImportedArticle>& articles);

}  // namespace tsg
