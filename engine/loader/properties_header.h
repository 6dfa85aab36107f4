// SPDX-License-Identifier: MIT
// Reading rules R2 to R6: the `<properties key="value" ... />` header and its recoveries
// (docs/article-format.md).
#pragma once

#include <cstddef>
#include <optional>

#include "engine/loader/article_source.h"
#include "engine/model/article.h"

namespace tsg {

// Where the first `<properties` stands that is a whole name; case-sensitive.
std::optional<std::size_t> find_properties_header(std::string_view text);

// Reads the header that begins at `begin`. Offsets of the result are those of the file; `decoded_end`
// receives where it ends in the decoded text.
Header read_properties_header(ArticleSource& source, std::size_t begin, std::size_t& decoded_end);

}  // namespace tsg
