// SPDX-License-Identifier: MIT
// Bytes of a file to an Article (docs/article-format.md). Whatever the bytes are there is an article; what
// was recovered or lost on the way is in the diagnostics, sorted by place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/article.h"

namespace tsg {

struct ArticleReading {
  Article article = {};
  Diagnostics diagnostics = {};
};

// A digest costs as much as a third of the reading: who compares no contents leaves it out.
enum class ArticleDigest : std::uint8_t { Compute, Omit };
// The outline costs a parse of the Markdown: without it there are no headings and no links, and bounds are
// not looked at.
enum class ArticleOutline : std::uint8_t { Read, Omit };

// A file larger than limits::article_bytes is refused: an error, and an article with nothing but its path,
// size and digest. Markdown beyond the bounds of markdown/bounds.h is an error too: the article has no
// headings and links then.
ArticleReading read_article(std::string path, std::string_view bytes,
                            ArticleDigest digest = ArticleDigest::Compute,
                            ArticleOutline outline = ArticleOutline::Read);

}  // namespace tsg
