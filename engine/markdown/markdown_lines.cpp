// SPDX-License-Identifier: MIT
#include "engine/markdown/markdown_lines.h"

#include <algorithm>
#include <utility>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

// A value may not begin or end emphasis with a blank, nor leave its line.
Cut on_one_line(Cut cut, SlotContext context) {
  if (context == SlotContext::CodeBlock) return cut;
  std::replace_if(
      cut.text.begin(), cut.text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  cut.text = std::string(ascii_trimmed(cut.text));
  return cut;
}

std::string_view without_trailing_blanks(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t");
  return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

}  // namespace

void MarkdownLines::raw(std::string_view text) {
  const std::string_view kept = without_trailing_blanks(text);
  if (!kept.empty()) {
    flush();
    put(kept);
  }
  blanks_ += text.substr(kept.size());
}

void MarkdownLines::code(std::string_view text) {
  if (text.empty()) return;
  flush();
  put(text);
}

void MarkdownLines::put(std::string_view text) {
  line_begins_ = false;
  anything_ = true;
  if (!in_cell_) return writer_.literal(text);
  std::string escaped;
  for (const char c : text) {
    if (c == '|') escaped += '\\';
    escaped += c;
  }
  writer_.literal(escaped);
}

void MarkdownLines::slot(const Cut& cut, SlotContext context, std::uint16_t run) {
  flush();
  line_begins_ = false;
  anything_ = true;
  writer_.slot(on_one_line(cut, context), context, run);
}

void MarkdownLines::fence(SlotContext context, std::uint16_t run) {
  flush();
  line_begins_ = false;
  anything_ = true;
  writer_.fence(context, run, std::string(run, '`'));
}

void MarkdownLines::line_break() {
  blanks_.clear();
  writer_.literal("\n" + prefix_);
  line_begins_ = true;
}

void MarkdownLines::separate(Separation separation) {
  if (!anything_) return;
  blanks_.clear();
  separation_ = std::max(separation_, separation);
}

void MarkdownLines::flush() {
  switch (std::exchange(separation_, Separation::None)) {
    case Separation::None:
      break;
    case Separation::BlankLine:
      writer_.literal("\n" + std::string(without_trailing_blanks(prefix_)));
      [[fallthrough]];
    case Separation::Line:
      line_break();
      break;
  }
  writer_.literal(blanks_);
  blanks_.clear();
}

Segments MarkdownLines::take() {
  if (anything_) writer_.literal("\n");
  return writer_.take();
}

}  // namespace tsg
