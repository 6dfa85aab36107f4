// SPDX-License-Identifier: MIT
// Reading rules R8 and R9: the placeholders and sections of an article, and what is wrong with their tokens.
#pragma once

#include <vector>

#include "engine/loader/article_source.h"
#include "engine/markdown/tokens.h"
#include "engine/model/article.h"

namespace tsg {

struct ArticleMarks {
  std::vector<Placeholder> placeholders = {};  // in the order of their opens
  std::vector<Section> sections = {};          // in the order of their opens
  bool operator==(const ArticleMarks&) const = default;
};

// `tokens` are those of the article, with ranges in the decoded text. A section closes the nearest open one
// of its name; resolutionDetails and additionalInfo may stand in rcaDescription, no other section in another.
ArticleMarks read_marks(ArticleSource& source, const std::vector<Token>& tokens);

}  // namespace tsg
