// SPDX-License-Identifier: MIT
// The outline of a JSON body: is it strict, which keys has it, how many form elements.
#pragma once

#include "engine/loader/article_source.h"
#include "engine/model/article.h"

namespace tsg {

// Fills the members of `body` that speak of its content from the bytes `range` of the decoded text. Says
// nothing of what is wrong with it: the checker does.
void outline_json_body(const ArticleSource& source, ByteRange range, JsonBody& body);

}  // namespace tsg
