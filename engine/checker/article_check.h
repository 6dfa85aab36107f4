// SPDX-License-Identifier: MIT
// All rules over one article: header, file, structure, placeholders, links, words, JSON body. What the
// reading of the article reported already is not reported again.
//
// Linear in the article's size, but for what sorts a handful of things. A rule is a function over an
// ArticleView; docs/lint.md says what each finds, and articles of thousands of findings stop at
// ArticleSource::most_reports.
#pragma once

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/article.h"

namespace tsg {

// In the order of their places.
Diagnostics check_article(const Article& article);

}  // namespace tsg
