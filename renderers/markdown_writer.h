// SPDX-License-Identifier: MIT
// Lines and blocks of Markdown. Every text is escaped here; blocks are parted by one blank line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/composer/composed.h"

namespace tsg {

class MarkdownWriter {
 public:
  void heading(int level, std::string_view text);
  // `inline_markdown` is escaped already.
  void paragraph(std::string_view inline_markdown);
  // A list item, `indent` columns in. Items stand close together.
  void item(std::string_view marker, std::string_view inline_markdown, std::size_t indent = 0);
  // A paragraph that goes on within an item, `indent` columns in.
  void continued(std::string_view inline_markdown, std::size_t indent);
  void code(std::string_view text, std::size_t indent);
  void evidence(const std::vector<ComposedEvidence>& evidence, std::size_t indent);
  void needs(const std::vector<ComposedNeed>& needs, std::string_view lead);
  // The parts of an article, headings from `level` down.
  void article(const ComposedArticle& article, int level);

  void blank();
  std::string take() { return std::move(out_); }

 private:
  std::string out_ = {};
};

// The article's heading as inline Markdown: filled where one part decides its words, else its title.
std::string article_heading_markdown(const ComposedArticle& article);

}  // namespace tsg
