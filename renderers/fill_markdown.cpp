// SPDX-License-Identifier: MIT
#include "renderers/escape_markdown.h"
#include "renderers/escape_url.h"
#include "renderers/fill.h"
#include "renderers/list_items.h"
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
      return append_markdown_code(out, value, place_of(segments, at, value));
    case SlotContext::CodeBlock:
      return append_markdown_code_block(out, value);
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

// A code span without the blank on each side that only a backtick at its end would need.
std::string_view unpadded(std::string_view code) {
  const bool one_line = code.find('\n') == std::string_view::npos;
  if (!one_line || code.size() < 3 || code.front() != ' ' || code.back() != ' ') return code;
  const std::string_view inner = code.substr(1, code.size() - 2);
  const auto needs_blank = [](char c) { return c == '`' || c == ' '; };
  return needs_blank(inner.front()) || needs_blank(inner.back()) ? code : inner;
}

// A fence of code that holds slots: a Literal of its own that says how long it is.
bool is_fence(const Segment& segment) {
  return segment.kind == SegmentKind::Literal && segment.run > 0;
}

class MarkdownFiller {
 public:
  MarkdownFiller(std::string& out, const Segments& segments, const FilledArticle& filled,
                 MissingValue missing)
      : out_(out), segments_(segments), filled_(filled), missing_(missing) {}

  void fill() {
    for (std::size_t at = 0; at < segments_.size(); ++at) {
      const Segment& segment = segments_[at];
      switch (segment.kind) {
        case SegmentKind::Literal:
          literal(segment);
          break;
        case SegmentKind::Slot:
          slot(at);
          break;
        case SegmentKind::AgentBegin:
          ++agents_only_;
          break;
        case SegmentKind::AgentEnd:
          agents_only_ -= agents_only_ > 0 ? 1U : 0U;
          break;
        case SegmentKind::SectionBegin:
        case SegmentKind::SectionEnd:
          break;
      }
    }
    if (fence_ != nullptr) close_fence(*fence_);
  }

 private:
  void literal(const Segment& segment) {
    if (agents_only_ > 0) return;
    if (!is_fence(segment)) {
      target() += segment.text;
    } else if (fence_ == nullptr) {
      fence_ = &segment;
    } else {
      close_fence(segment);
    }
  }

  void slot(std::size_t at) {
    if (agents_only_ > 0) return;
    const Segment& segment = segments_[at];
    const Value* value = value_of(filled_, segment.placeholder);
    append_value(target(), segments_, at,
                 value != nullptr ? shown_text(*value, scratch_) : shown_default(segment, missing_));
  }

  // Both fences are as long as what came to stand between them asks.
  void close_fence(const Segment& segment) {
    const std::string fence = backtick_fence(code_, segment.run);
    const bool span = segment.context == SlotContext::CodeSpan;
    out_.append(fence).append(span ? unpadded(code_) : std::string_view(code_)).append(fence);
    code_.clear();
    fence_ = nullptr;
  }

  std::string& target() { return fence_ == nullptr ? out_ : code_; }

  std::string& out_;
  const Segments& segments_;
  const FilledArticle& filled_;
  MissingValue missing_;
  std::size_t agents_only_ = 0;
  const Segment* fence_ = nullptr;  // the open one
  std::string code_ = {};           // what stands behind it
  std::string scratch_ = {};
};

}  // namespace

void fill_markdown(std::string& out, const CompiledArticle& article, const FilledArticle& filled,
                   MissingValue missing) {
  if (const auto expanded = with_list_items(article, filled)) {
    return MarkdownFiller(out, expanded->article.markdown, expanded->filled, missing).fill();
  }
  MarkdownFiller(out, article.markdown, filled, missing).fill();
}

}  // namespace tsg
