// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "engine/composer/composed.h"
#include "renderers/html_writer.h"

namespace tsg {

struct ArticleFrame {
  int level = 3;               // of the first heading below the article's own
  std::string id_prefix = {};  // "result-1-"
};

// The article's heading as inline HTML: filled where one part decides its words, else its title.
std::string article_heading_html(const ComposedArticle& article);

// Its parts one after the other, each under its subjects when there are several.
void write_article(HtmlWriter& out, const ComposedArticle& article, const ArticleFrame& frame);

// Where each filled-in word came from, folded.
void write_origins(HtmlWriter& out, const ComposedArticle& article);

}  // namespace tsg
