// SPDX-License-Identifier: MIT
// Writes the text of paragraphs, headings and cells as Markdown.
#pragma once

#include <cmark-gfm.h>

#include <string_view>

#include "engine/markdown/html_tokens.h"
#include "engine/markdown/markdown_lines.h"

namespace tsg {

// Borrows lines and body, which must outlive it.
class MarkdownInlines {
 public:
  MarkdownInlines(MarkdownLines& lines, const PreparedBody& body) : lines_(lines), body_(body) {}

  // The children of a clean node. Line breaks become blanks where `context` has only one line.
  void write_children(cmark_node* parent, SlotContext context);
  // A block of clean HTML, written so that Markdown reads its text.
  void write_inline_html_block(std::string_view html);
  // Clean HTML whose text Markdown leaves alone. REQUIRES: its first tag begins_html_block
  void write_html_block(std::string_view html);
  void write_marker(std::size_t cut);

 private:
  void write(cmark_node* node, SlotContext context);
  void write_text(std::string_view text, SlotContext context);
  void write_code(std::string_view literal);
  void write_code_with_slots(std::string_view literal, std::size_t run);
  void write_break(cmark_node* node, SlotContext context);
  void write_marked(cmark_node* node, std::string_view mark, SlotContext context);
  void write_link(cmark_node* node, std::string_view begin, SlotContext context);
  void write_url(std::string_view url);
  void write_title(std::string_view title);
  void write_html(std::string_view html, SlotContext context);
  bool may_begin_html_block(cmark_node* node) const;
  void keep_from_beginning_a_block();
  void write_html_piece(std::string_view text);

  MarkdownLines& lines_;
  const PreparedBody& body_;
};

}  // namespace tsg
