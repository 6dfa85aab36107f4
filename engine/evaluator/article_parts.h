// SPDX-License-Identifier: MIT
// An article filled from a chain of values, once for each finding.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/evaluator/value_chain.h"
#include "engine/evaluator/verdicts.h"

namespace tsg {

// One part for each of `findings`, with the finding put before the chain; without findings one part for the
// chain alone. `verdict` is the one the findings are of; null when there are none. `subject` names the part
// without a finding.
std::vector<FilledArticle> article_parts(const Document& document, const ValueChain& chain,
                                         const std::vector<const Finding*>& findings, const Verdict* verdict,
                                         std::string_view subject, Verdicts& verdicts);

// The document's title; for a document that is missing the target's text.
std::string shown_title(const Document* document, const Target& target);

}  // namespace tsg
