// SPDX-License-Identifier: MIT
// Writes text, and the raw HTML in it, into blocks.
#pragma once

#include <cmark-gfm.h>

#include <string>
#include <string_view>
#include <vector>

#include "engine/markdown/block_builder.h"
#include "engine/markdown/html_tokens.h"

namespace tsg {

// Borrows blocks and body, which must outlive it.
class BlockInlines {
 public:
  BlockInlines(BlockBuilder& blocks, const PreparedBody& body) : blocks_(blocks), body_(body) {}

  // The children of a clean node.
  void write_children(cmark_node* parent);
  // Clean raw HTML. `fallback` is the block that its text begins where it stands in none.
  void write_html(std::string_view html, const Block& fallback);
  // Whole lines, as they are.
  void write_lines(std::string_view text);

 private:
  void write(cmark_node* node);
  void write_text(std::string_view text);
  void write_styled(cmark_node* node, SpanLook look);
  void write_link(cmark_node* node);
  void write_cut(std::size_t cut);
  void write_break();
  void write_tag(const HtmlToken& token, const Block& fallback);
  void open_tag(const HtmlToken& token, const Block& fallback);
  void close_tag(const std::string& name);
  void open_block(const std::string& name, const Block& fallback);
  void write_html_text(std::string_view text, const Block& fallback);
  SpanLook look() const { return looks_.empty() ? SpanLook() : looks_.back().look; }
  SpanLook inside(SpanStyle style) const;
  std::string shown_url(std::string_view url) const;

  struct OpenLook {
    std::string tag = {};  // empty for Markdown's own
    SpanLook look = {};
  };

  BlockBuilder& blocks_;
  const PreparedBody& body_;
  std::vector<OpenLook> looks_ = {};
  int preformatted_ = 0;
  bool first_cell_ = true;  // of the row of raw HTML that is being written
  std::uint16_t list_depth_ = 0;
};

}  // namespace tsg
