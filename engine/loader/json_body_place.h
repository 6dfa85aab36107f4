// SPDX-License-Identifier: MIT
// Reading rule R7: where a JSON body stands, and its outline. What it says is read elsewhere.
#pragma once

#include <cstddef>
#include <optional>

#include "engine/loader/article_source.h"
#include "engine/model/article.h"

namespace tsg {

// Looks in the decoded text from `begin` on, which is where the header ended: a line `---` with `{` as the
// next character that is no blank opens the body, the last line of only `---` behind it closes it.
std::optional<JsonBody> find_json_body(ArticleSource& source, std::size_t begin);

// The bytes of the decoded text that are the JSON. REQUIRES: the article has a JSON body
ByteRange json_body_range(const ArticleSource& source);

}  // namespace tsg
