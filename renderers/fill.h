// SPDX-License-Identifier: MIT
// An article's segments with values in their slots: literals are appended, values escaped for where they
// stand. No Markdown is parsed, and the time is linear in the bytes written.
//
// REQUIRES of `filled`: values[i] belongs to placeholders[i] (compose_article sees to that); a value that is
// not there is one without a value. What stands between AgentBegin and AgentEnd is left out: compose_article
// drops these marks where they may be seen.
#pragma once

#include <string>

#include "engine/composer/composed.h"
#include "engine/model/resolution.h"
#include "engine/model/segment.h"

namespace tsg {

// Appends the article's HTML. Values in text stand in <bdi>; with MissingValue::Mark a default stands in
// <mark class="default" title="No value for Name">.
void fill_html(std::string& out, const CompiledArticle& article, const FilledArticle& filled,
               MissingValue missing = MissingValue::Mark);

// Appends the article's Markdown. With MissingValue::Mark a default reads [Name?].
void fill_markdown(std::string& out, const CompiledArticle& article, const FilledArticle& filled,
                   MissingValue missing = MissingValue::Mark);

}  // namespace tsg
