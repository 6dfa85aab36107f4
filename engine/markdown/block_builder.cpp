// SPDX-License-Identifier: MIT
#include "engine/markdown/block_builder.h"

#include <algorithm>
#include <utility>

namespace tsg {

namespace {

bool shown_when_empty(BlockKind kind) {
  return kind == BlockKind::Rule || kind == BlockKind::Alert || kind == BlockKind::ListItem ||
         kind == BlockKind::TableRow;
}

// The block that goes on behind a marker.
Block rest_of(const Block& block) {
  Block rest = block;
  rest.spans.clear();
  if (block.kind != BlockKind::ListItem) return rest;
  rest.kind = BlockKind::Paragraph;
  rest.level = 0;
  rest.indent = static_cast<std::uint16_t>(block.indent + block.marker.size() + 1);
  rest.marker.clear();
  return rest;
}

bool begins(CutKind kind) {
  return kind == CutKind::SectionBegin || kind == CutKind::AgentBegin;
}

BlockKind block_kind(CutKind kind) {
  if (kind == CutKind::SectionBegin) return BlockKind::SectionBegin;
  if (kind == CutKind::SectionEnd) return BlockKind::SectionEnd;
  return kind == CutKind::AgentBegin ? BlockKind::AgentBegin : BlockKind::AgentEnd;
}

}  // namespace

void BlockBuilder::begin(Block block) {
  end();
  current_ = std::move(block);
  open_ = true;
}

void BlockBuilder::begin_if_none(const Block& block) {
  if (!open_) begin(block);
}

void BlockBuilder::end() {
  if (!std::exchange(open_, false)) return;
  if (current_.kind != BlockKind::Code) drop_last_break();
  if (!current_.spans.empty() || shown_when_empty(current_.kind)) blocks_.push_back(std::move(current_));
  current_ = {};
  for (Block& marker : behind_row_) blocks_.push_back(std::move(marker));
  behind_row_.clear();
}

void BlockBuilder::drop_last_break() {
  while (!current_.spans.empty() && !current_.spans.back().is_slot && current_.spans.back().text == "\n") {
    current_.spans.pop_back();
  }
}

void BlockBuilder::add(Span span) {
  const bool joins = !current_.spans.empty() && !span.is_slot && span.text != "\n" && span.text != "\t" &&
                     !current_.spans.back().is_slot && current_.spans.back().text != "\n" &&
                     current_.spans.back().text != "\t" && current_.spans.back().style == span.style &&
                     current_.spans.back().url == span.url;
  if (joins) {
    current_.spans.back().text += span.text;
  } else {
    current_.spans.push_back(std::move(span));
  }
}

void BlockBuilder::text(std::string_view text, const SpanLook& look) {
  if (!text.empty()) add({.style = look.style, .text = std::string(text), .url = look.url});
}

void BlockBuilder::slot(const Cut& cut, const SpanLook& look) {
  add({.style = look.style,
       .is_slot = true,
       .placeholder = names_.number_of(cut.name),
       .text = default_of(cut),
       .url = look.url});
}

void BlockBuilder::marker(CutKind kind, const std::string& name) {
  if (!open_) return put_marker(kind, name);
  if (current_.kind == BlockKind::TableRow && !begins(kind)) {
    const std::size_t before = blocks_.size();
    put_marker(kind, name);
    if (blocks_.size() == before) return;
    behind_row_.push_back(std::move(blocks_.back()));
    blocks_.pop_back();
    return;
  }
  if (current_.kind == BlockKind::TableRow) return put_marker(kind, name);
  // Before its first text the block as a whole stands behind the marker.
  const bool empty = current_.spans.empty();
  Block rest = empty ? std::move(current_) : rest_of(current_);
  if (empty) {
    open_ = false;
  } else {
    end();
  }
  put_marker(kind, name);
  begin(std::move(rest));
}

void BlockBuilder::put_marker(CutKind kind, const std::string& name) {
  // Texts for agents may overlap where markers were moved; only the outermost ends count.
  if (kind == CutKind::AgentBegin && agents_++ > 0) return;
  if (kind == CutKind::AgentEnd && --agents_ > 0) return;
  blocks_.push_back({.kind = block_kind(kind), .marker = name});
}

std::vector<Block> BlockBuilder::take() {
  end();
  if (agents_ > 0) blocks_.push_back({.kind = BlockKind::AgentEnd});
  return std::move(blocks_);
}

}  // namespace tsg
