// SPDX-License-Identifier: MIT
#pragma once

#include "engine/composer/composed.h"
#include "renderers/terminal_writer.h"

namespace tsg {

// The article's heading: filled where one part decides its words, else its title.
std::vector<Piece> article_heading_pieces(const ComposedArticle& article);

// The parts of an article, `indent` columns in: headings, lists with hanging indents, tables by columns or,
// where the width does not do, row by row; links as [1] with a list below.
void write_article(TerminalWriter& out, const ComposedArticle& article, std::size_t indent);

}  // namespace tsg
