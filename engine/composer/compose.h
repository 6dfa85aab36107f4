// SPDX-License-Identifier: MIT
// Resolution + articles -> what a reader gets.
//
//   const ComposedGuide guide = compose(resolution, pack, {.audience = Audience::Customer});
//   std::string page = render_html_page(guide);
//
// Never fails: what is missing (a guide or an article renamed since the guide was resolved) is said in the
// output and in `diagnostics`. A customer sees neither agents' text, nor who answered and why, nor values of
// class internal or secret, nor how to gather internal facts; the words of the tree (questions and answers)
// are everyone's.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/composer/composed.h"
#include "engine/model/pack.h"

namespace tsg {

struct ComposeOptions {
  Audience audience = Audience::Agent;
  // Unset: agents get Mark, customers Refuse.
  std::optional<MissingValue> missing = {};
};

ComposedGuide compose(const Resolution& resolution, const Pack& pack, const ComposeOptions& options = {});

// An article alone, once for each of `parts`; with no parts once with its defaults. Problems (TSG650-TSG659)
// are appended to `diagnostics`.
ComposedArticle compose_article(const Document& document, const std::vector<FilledArticle>& parts,
                                const ComposeOptions& options, Diagnostics& diagnostics);

}  // namespace tsg
