// SPDX-License-Identifier: MIT
#include "renderers/terminal_blocks.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/text/ascii.h"
#include "renderers/display_width.h"
#include "renderers/escape_terminal.h"
#include "renderers/list_items.h"
#include "renderers/slot_value.h"
#include "renderers/terminal_table.h"

namespace tsg {

namespace {

Ink ink_of(SpanStyle style) {
  switch (style) {
    case SpanStyle::Plain:
      return Ink::Plain;
    case SpanStyle::Strong:
      return Ink::Strong;
    case SpanStyle::Emphasis:
      return Ink::Emphasis;
    case SpanStyle::Code:
      return Ink::Code;
    case SpanStyle::Struck:
      return Ink::Struck;
    case SpanStyle::Link:
      return Ink::Link;
  }
  return Ink::Plain;
}

std::string_view alert_word(std::string_view marker) {
  if (marker == "NOTE") return "ℹ Note";
  if (marker == "TIP") return "★ Tip";
  if (marker == "IMPORTANT") return "❗ Important";
  if (marker == "WARNING") return "⚠ Warning";
  return "⚠ Caution";
}

bool close_together(const Block& above, const Block& below) {
  const bool items = above.kind == BlockKind::ListItem && below.kind == BlockKind::ListItem;
  const bool alert = above.kind == BlockKind::Alert && below.kind == BlockKind::Quote;
  return items || alert;
}

}  // namespace

void BlockWriter::write() {
  if (const auto expanded = with_list_items(article_, filled_)) {
    return BlockWriter(out_, expanded->article, expanded->filled, missing_, indent_).write();
  }
  const std::vector<Block>& blocks = article_.blocks;
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    if (at > 0 && !close_together(blocks[at - 1], blocks[at])) out_.blank();
    std::size_t last = at;
    while (blocks[at].kind == BlockKind::TableRow && last + 1 < blocks.size() &&
           blocks[last + 1].kind == BlockKind::TableRow && blocks[last + 1].level != 1) {
      ++last;
    }
    if (blocks[at].kind == BlockKind::TableRow) {
      write_table(at, last);
    } else {
      write_block(blocks[at]);
    }
    at = last;
  }
  write_links();
}

void BlockWriter::write_block(const Block& block) {
  switch (block.kind) {
    case BlockKind::Paragraph:
    case BlockKind::ListItem:
    case BlockKind::Quote:
      return out_.paragraph(pieces(block), prefix_of(block));
    case BlockKind::Heading:
      return write_heading(block);
    case BlockKind::Code:
      return write_code(block);
    case BlockKind::Alert:
      return out_.paragraph({{std::string(alert_word(block.marker)), Ink::Waiting}}, prefix_of(block));
    case BlockKind::Rule:
      return out_.verbatim("* * *", prefix_of(block), Ink::Quiet);
    case BlockKind::TableRow:
    case BlockKind::SectionBegin:
    case BlockKind::SectionEnd:
    case BlockKind::AgentBegin:
    case BlockKind::AgentEnd:
      return;
  }
}

void BlockWriter::write_heading(const Block& block) {
  std::vector<Piece> text = pieces(block);
  for (Piece& piece : text) piece.ink = Ink::Strong;
  Prefix prefix = prefix_of(block);
  if (block.level > 2) prefix = {prefix.first + "▪ ", prefix.rest + "  "};
  out_.paragraph(text, prefix);
  if (block.level <= 2) out_.underline(text, "-", prefix);
}

void BlockWriter::write_code(const Block& block) {
  std::string text;
  for (const Span& span : block.spans) {
    const std::string words = span.is_slot ? slot_text(span) : span.text;
    append_terminal(text, words);
  }
  text.erase(text.find_last_not_of('\n') + 1);
  Prefix prefix = prefix_of(block);
  prefix.first += "    ";
  prefix.rest += "    ";
  out_.verbatim(text, prefix, Ink::Code);
}

void BlockWriter::write_table(std::size_t first, std::size_t last) {
  TerminalTable table;
  for (std::size_t row = first; row <= last; ++row) {
    const std::vector<Piece> cells = pieces(article_.blocks[row]);
    table.rows.push_back({{}});
    for (const Piece& cell : cells) {
      if (cell.text == "\t") {
        table.rows.back().push_back({});
      } else {
        table.rows.back().back().push_back(cell);
      }
    }
  }
  table.has_header = article_.blocks[first].level == 1;
  write_terminal_table(out_, table, indent_ + article_.blocks[first].indent);
}

void BlockWriter::write_links() {
  if (links_.empty()) return;
  out_.blank();
  for (std::size_t i = 0; i < links_.size(); ++i) {
    const std::string mark = fmt::format("{}[{}] ", std::string(indent_, ' '), i + 1);
    out_.paragraph({piece(links_[i], Ink::Link)}, {mark, std::string(mark.size(), ' ')});
  }
}

std::string BlockWriter::slot_text(const Span& span) const {
  if (const Value* value = value_of(filled_, span.placeholder)) return shown_text(*value);
  const std::string words(default_words(span.text));
  return missing_ == MissingValue::Mark ? "[" + words + "?]" : words;
}

std::vector<Piece> BlockWriter::pieces(const Block& block) {
  std::vector<Piece> made;
  for (std::size_t i = 0; i < block.spans.size(); ++i) {
    const Span& span = block.spans[i];
    add_span(made, span, ink_of(span.style));
    const bool goes_on = i + 1 < block.spans.size() && block.spans[i + 1].url == span.url;
    if (!span.url.empty() && !goes_on) made.push_back({link_mark(span.url), Ink::Quiet});
  }
  return made;
}

void BlockWriter::add_span(std::vector<Piece>& pieces, const Span& span, Ink ink) {
  const bool has_no_value = span.is_slot && value_of(filled_, span.placeholder) == nullptr;
  const bool control = !span.is_slot && (span.text == "\n" || span.text == "\t");
  if (control) {
    pieces.push_back({span.text, ink});
  } else if (span.is_slot) {
    pieces.push_back(
        piece(slot_text(span), has_no_value && missing_ == MissingValue::Mark ? Ink::Waiting : ink));
  } else {
    pieces.push_back(piece(span.text, ink));
  }
  const bool code = span.style == SpanStyle::Code && !control;
  if (code) pieces.back().text = "`" + pieces.back().text + "`";
}

std::string BlockWriter::link_mark(const std::string& url) {
  const auto found = std::find(links_.begin(), links_.end(), url);
  const auto number = found - links_.begin() + 1;
  if (found == links_.end()) links_.push_back(url);
  return fmt::format("[{}]", number);
}

Prefix BlockWriter::prefix_of(const Block& block) const {
  std::string blanks(indent_ + block.indent, ' ');
  if (block.kind == BlockKind::Quote || block.kind == BlockKind::Alert) {
    for (std::size_t level = 0; level < std::max<std::size_t>(block.level, 1); ++level) blanks += "│ ";
    return {blanks, blanks};
  }
  if (block.kind != BlockKind::ListItem || block.marker.empty()) return {blanks, blanks};
  const std::string marker = block.marker + " ";
  return {blanks + marker, blanks + std::string(display_width(marker), ' ')};
}

}  // namespace tsg
