// SPDX-License-Identifier: MIT
// Drafts a guide from articles. Nothing in articles says how steps hang together, so each edge is a
// suggestion with the trace that suggests it:
//
//   a comment that numbers answers    an answer in the title of another article leads to it
//   a form (TSG_Questions)            a question like the step's title gives its answers, matched in the same
//   way file names                        `x-insight` and `x-customer-message` are what `x` finds nothing the
//   next step in the order of numbers and names, with a doubt
//
// Every step is come to, and from the last one a way leads out.
#pragma once

#include <string>
#include <vector>

#include "engine/model/article.h"
#include "engine/model/draft_guide.h"
#include "engine/model/form.h"

namespace tsg {

struct ImportedArticle {
  Article article = {};
  std::string problem = {};  // why it cannot be read; empty: it can
};

// `id` is the guide's.
DraftGuide draft_guide(const std::string& id, const std::vector<ImportedArticle>& articles,
                       const std::vector<Form>& forms);

}  // namespace tsg
