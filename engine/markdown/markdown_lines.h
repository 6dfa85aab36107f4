// SPDX-License-Identifier: MIT
// Writes Markdown line by line inside of quotes and list items, each line with what its containers ask for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/markdown/markdown_escape.h"
#include "engine/markdown/segment_writer.h"

namespace tsg {

enum class Separation : std::uint8_t { None, Line, BlankLine };

// Borrows names, which must outlive it.
class MarkdownLines {
 public:
  explicit MarkdownLines(PlaceholderNames& names) : writer_(names) {}

  // Bytes as they are; no line break in them. Blanks at the end of a line are left out.
  void raw(std::string_view text);
  // The same, blanks kept: a line of code.
  void code(std::string_view text);
  void text(std::string_view text) { raw(escaped_markdown(text, position())); }
  void slot(const Cut& cut, SlotContext context, std::uint16_t run = 0);
  void fence(SlotContext context, std::uint16_t run);
  void marker(CutKind kind, const std::string& name) { writer_.marker(kind, name); }

  void line_break();
  // What the next text is separated by from what stands before; the wider of two wishes holds.
  void separate(Separation separation);

  // Lines from here on begin with `prefix` too, in addition to those around.
  void push_prefix(std::string_view prefix) { prefix_ += prefix; }
  void pop_prefix(std::size_t size) { prefix_.resize(prefix_.size() - size); }
  bool in_container() const { return !prefix_.empty(); }
  // In a cell of a table every `|` is escaped.
  void begin_cell() { in_cell_ = true; }
  void end_cell() { in_cell_ = false; }
  bool in_cell() const { return in_cell_; }

  // Of the next text.
  LinePosition position() const {
    const bool begins = line_begins_ || separation_ != Separation::None;
    return begins ? LinePosition::Begin : LinePosition::Inside;
  }
  // The line goes on as if it began here: behind a list marker.
  void begin_line() { line_begins_ = true; }
  std::size_t bytes() const { return writer_.bytes(); }
  Segments take();

 private:
  void flush();
  void put(std::string_view text);

  SegmentWriter writer_;
  std::string prefix_ = {};
  std::string blanks_ = {};
  Separation separation_ = Separation::None;
  bool line_begins_ = true;
  bool anything_ = false;
  bool in_cell_ = false;
};

}  // namespace tsg
