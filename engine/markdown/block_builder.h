// SPDX-License-Identifier: MIT
// Collects the blocks that terminals show, span by span.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/markdown/cuts.h"
#include "engine/markdown/segment_writer.h"
#include "engine/model/segment.h"

namespace tsg {

// How text looks: the innermost of the styles around it, but a link's address is never lost.
struct SpanLook {
  SpanStyle style = SpanStyle::Plain;
  std::string url = {};
};

// Borrows names, which must outlive it.
class BlockBuilder {
 public:
  explicit BlockBuilder(PlaceholderNames& names) : names_(names) {}

  // What comes next stands in a new block like this one. A block that nothing is written into is left out,
  // but for rules, alerts and list items.
  void begin(Block block);
  // The next text begins a new block of the kind `block` says, if it does not stand in one already.
  void begin_if_none(const Block& block);
  // Ends it; a line break at the end of it is left out, but for one that code holds.
  void end();
  void drop_last_break();
  bool open() const { return open_; }
  BlockKind kind() const { return current_.kind; }
  bool empty() const { return current_.spans.empty(); }

  void text(std::string_view text, const SpanLook& look);
  void slot(const Cut& cut, const SpanLook& look);
  void line_break() { text("\n", {}); }
  void cell_break() { text("\t", {}); }

  // A marker between two parts of a block cuts the block in two. A table's row stays whole: it is within the
  // marked text when a part of it is.
  void marker(CutKind kind, const std::string& name);

  std::vector<Block> take();

 private:
  void put_marker(CutKind kind, const std::string& name);
  void add(Span span);

  PlaceholderNames& names_;
  std::vector<Block> blocks_ = {};
  std::vector<Block> behind_row_ = {};  // markers that wait for the end of the row
  Block current_ = {};
  bool open_ = false;
  int agents_ = 0;
};

}  // namespace tsg
