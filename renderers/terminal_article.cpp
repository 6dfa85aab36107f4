// SPDX-License-Identifier: MIT
#include "renderers/terminal_article.h"

#include <fmt/format.h>

#include "renderers/terminal_blocks.h"
#include "renderers/words.h"

namespace tsg {

namespace {

std::vector<Piece> filled_heading(const ComposedArticle& article, const ComposedPart& part,
                                  TerminalWriter& out) {
  BlockWriter writer(out, article.heading, part.filled, article.missing, 0);
  std::vector<Piece> pieces = writer.pieces(article.heading.blocks.front());
  for (Piece& piece : pieces) piece.ink = Ink::Strong;
  return pieces;
}

std::vector<Piece> part_heading(const ComposedArticle& article, std::size_t at, TerminalWriter& out) {
  const ComposedPart& part = article.parts[at];
  const std::string subjects = part.subjects.empty() ? fmt::format("Part {}", at + 1) : names(part.subjects);
  if (!heading_varies(article) || article.heading.blocks.empty()) return {piece(subjects, Ink::Strong)};
  std::vector<Piece> pieces = filled_heading(article, part, out);
  if (!part.subjects.empty()) pieces.push_back(piece(" (" + subjects + ")", Ink::Strong));
  return pieces;
}

}  // namespace

std::vector<Piece> article_heading_pieces(const ComposedArticle& article) {
  const bool decided = article.parts.size() == 1 || !heading_varies(article);
  if (article.heading.blocks.empty() || article.parts.empty() || !decided)
    return {piece(article.title, Ink::Strong)};
  TerminalWriter unused(80, Colour::Never);
  return filled_heading(article, article.parts.front(), unused);
}

void write_article(TerminalWriter& out, const ComposedArticle& article, std::size_t indent) {
  const bool several = article.parts.size() > 1;
  for (std::size_t i = 0; i < article.parts.size(); ++i) {
    out.blank();
    if (several) {
      const std::string blanks(indent, ' ');
      const std::vector<Piece> heading = part_heading(article, i, out);
      out.paragraph(heading, {blanks + "▸ ", blanks + "  "});
      out.blank();
    }
    const std::size_t inner = indent + (several ? 2 : 0);
    BlockWriter(out, article.body, article.parts[i].filled, article.missing, inner).write();
  }
  out.blank();
}

}  // namespace tsg
