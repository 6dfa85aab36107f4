// SPDX-License-Identifier: MIT
#include "engine/markdown/segment_writer.h"

#include <cassert>

namespace tsg {

namespace {

SegmentKind segment_kind(CutKind kind) {
  switch (kind) {
    case CutKind::SectionBegin:
      return SegmentKind::SectionBegin;
    case CutKind::SectionEnd:
      return SegmentKind::SectionEnd;
    case CutKind::AgentBegin:
      return SegmentKind::AgentBegin;
    case CutKind::AgentEnd:
      return SegmentKind::AgentEnd;
    case CutKind::Placeholder:
    case CutKind::Comment:
    case CutKind::Component:
    case CutKind::Forbidden:
      break;
  }
  assert(false && "only markers have a segment of their own");
  return SegmentKind::Literal;
}

}  // namespace

std::uint32_t PlaceholderNames::number_of(const std::string& name) {
  const auto [entry, added] = numbers_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
  if (added) names_.push_back(name);
  return entry->second;
}

void SegmentWriter::literal(std::string_view text) {
  if (text.empty()) return;
  bytes_ += text.size();
  const bool joins =
      !segments_.empty() && segments_.back().kind == SegmentKind::Literal && segments_.back().run == 0;
  if (!joins) segments_.emplace_back();
  segments_.back().text += text;
}

void SegmentWriter::fence(SlotContext context, std::uint16_t run, std::string text) {
  bytes_ += text.size();
  segments_.push_back({.context = context, .run = run, .text = std::move(text)});
}

void SegmentWriter::slot(const Cut& cut, SlotContext context, std::uint16_t run) {
  const std::string default_text = default_of(cut);
  bytes_ += default_text.size();
  segments_.push_back({.kind = SegmentKind::Slot,
                       .context = context,
                       .run = run,
                       .placeholder = names_.number_of(cut.name),
                       .text = default_text});
}

void SegmentWriter::marker(CutKind kind, const std::string& name) {
  // Texts for agents may overlap where markers were moved; only the outermost ends count.
  if (kind == CutKind::AgentBegin && agents_++ > 0) return;
  if (kind == CutKind::AgentEnd && --agents_ > 0) return;
  segments_.push_back({.kind = segment_kind(kind), .text = name});
}

Segments SegmentWriter::take() {
  if (agents_ > 0) segments_.push_back({.kind = SegmentKind::AgentEnd});
  return std::move(segments_);
}

}  // namespace tsg
