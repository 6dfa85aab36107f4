// SPDX-License-Identifier: MIT
// One article alone, filled from a rule's verdict: what `tsg render` shows.
#pragma once

#include <vector>

#include "engine/model/guide.h"
#include "engine/model/resolution.h"
#include "engine/model/verdict.h"

namespace tsg {

// One part for each finding of `verdict`, else one. A placeholder's value is, first match wins, that of
// `given` (by hand), of the finding, of the verdict; else the author's default. `verdict` may be null.
std::vector<FilledArticle> fill_article(const Document& document, const Verdict* verdict,
                                        const std::vector<NamedValue>& given);

}  // namespace tsg
