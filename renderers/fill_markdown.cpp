// SPDX-License-Identifier: MIT
#include "renderers/escape_markdown.h"
#include "renderers/escape_url.h"
#include "renderers/fill.h"
#include "renderers/markdown_table.h"
#include "renderers/slot_value.h"

namespace tsg {

namespace {

// What follows segment `at` at once; empty when that is not known before it is filled.
std::string_view literal_after(const Segments& segments, std::size_t at) {
  for (++at; at < segments.size(); ++at) {
    const Segment& next = segments[at];
    if (next.kind == SegmentKind::Slot) return {};
    if (next.kind == SegmentKind::Literal && !next.text.empty()) return next.text;
  }
  return {};
}

CodePlace place_of(const Segments& segments, std::size_t at, std::string_view value) {
  const bool matters = value.find('|') != std::string_view::npos;
  return matters && stands_in_table(segments, at) ? CodePlace::TableRow : CodePlace::Text;
}

void append_value(std::string& out, const Segments& segments, std::size_t at, std::string_view value) {
  const Segment& slot = segments[at];
  const std::string_view after = literal_after(segments, at);
  std::string url;
  switch (slot.context) {
    case SlotContext::Text:
    case SlotContext::Heading:
    case SlotContext::TableCell:
      return append_markdown(out, value, after);
    case SlotContext::CodeSpan:
      return append_markdown_code(out, value, slot.run, place_of(segments, at, value), after);
    case SlotContext::CodeBlock:
      return append_markdown_code_block(out, value, slot.run, after);
    case SlotContext::Attribute:
      return append_markdown_attribute(out, value);
    case SlotContext::UrlWhole:
      append_url(url, value);
      return append_markdown_destination(out, url);
    case SlotContext::UrlPath:
      return append_url_segment(out, value);
    case SlotContext::UrlQuery:
      return append_url_query(out, value);
  }
}

// Marks show only where a reader sees text: [Name?].
std::string shown_default(const Segment& slot, MissingValue missing) {
  const std::string words(default_words(slot.text));
  const bool text = slot.context == SlotContext::Text || slot.context == SlotContext::Heading ||
                    slot.context == SlotContext::TableCell || slot.context == SlotContext::CodeSpan ||
                    slot.context == SlotContext::CodeBlock;
  return text && missing == MissingValue::Mark ? "[" + words + "?]" : words;
}

}  // namespace

void fill_markdown(std::string& out, const CompiledArticle& article, const FilledArticle& filled,
                   MissingValue missing) {
  const Segments& segments = article.markdown;
  std::string scratch;
  std::size_t agents_only = 0;
  for (std::size_t at = 0; at < segments.size(); ++at) {
    const Segment& segment = segments[at];
    if (segment.kind == SegmentKind::AgentBegin) ++agents_only;
    if (segment.kind == SegmentKind::AgentEnd && agents_only > 0) --agents_only;
    if (agents_only > 0) continue;
    if (segment.kind == SegmentKind::Literal) out += segment.text;
    if (segment.kind != SegmentKind::Slot) continue;
    const Value* value = value_of(filled, segment.placeholder);
    append_value(out, segments, at,
                 value != nullptr ? text_of(*value, scratch) : shown_default(segment, missing));
  }
}

}  // namespace tsg
