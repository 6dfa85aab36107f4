// SPDX-License-Identifier: MIT
// Reading rule R7: where a JSON body stands. What is in it is read elsewhere.
#pragma once

#include <cstddef>
#include <optional>

#include "engine/loader/article_source.h"
#include "engine/model/article.h"

namespace tsg {

struct FoundJsonBody {
  JsonBody body = {};          // offsets of the file
  std::size_t open_begin = 0;  // of the opening line, in the decoded text
  bool operator==(const FoundJsonBody&) const = default;
};

// Looks in the decoded text from `begin` on, which is where the header ended: a line `---` with `{` as the next
// character that is no blank opens the body, the last line of only `---` behind it closes it.
std::optional<FoundJsonBody> find_json_body(ArticleSource& source, std::size_t begin);

}  // namespace tsg
