// SPDX-License-Identifier: MIT
// Blocks of an article on a terminal, values filled in.
#pragma once

#include <string>
#include <vector>

#include "engine/composer/composed.h"
#include "renderers/terminal_writer.h"

namespace tsg {

class BlockWriter {
 public:
  // Borrows all; the placeholders are those of the blocks.
  BlockWriter(TerminalWriter& out, const CompiledArticle& article, const FilledArticle& filled,
              MissingValue missing, std::size_t indent)
      : out_(out), article_(article), filled_(filled), missing_(missing), indent_(indent) {}

  void write();
  std::vector<Piece> pieces(const Block& block);

 private:
  void write_block(const Block& block);
  void write_heading(const Block& block);
  void write_code(const Block& block);
  void write_table(std::size_t first, std::size_t last);
  void write_links();
  std::string slot_text(const Span& span) const;
  void add_span(std::vector<Piece>& pieces, const Span& span, Ink ink);
  std::string link_mark(const std::string& url);
  Prefix prefix_of(const Block& block) const;

  TerminalWriter& out_;
  const CompiledArticle& article_;
  const FilledArticle& filled_;
  MissingValue missing_;
  std::size_t indent_;
  std::vector<std::string> links_ = {};
};

}  // namespace tsg
