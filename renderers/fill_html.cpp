// SPDX-License-Identifier: MIT
#include "renderers/escape_html.h"
#include "renderers/escape_url.h"
#include "renderers/fill.h"
#include "renderers/list_items.h"
#include "renderers/slot_value.h"

namespace tsg {

namespace {

void append_url_attribute(std::string& out, std::string_view value) {
  std::string url;
  append_url(url, value);
  append_html(out, url);
}

void append_value(std::string& out, SlotContext context, std::string_view value) {
  switch (context) {
    case SlotContext::Text:
    case SlotContext::CodeSpan:
    case SlotContext::CodeBlock:
      return append_html_isolated(out, value);
    case SlotContext::Heading:
    case SlotContext::TableCell:
      return append_html_line_isolated(out, value);
    case SlotContext::Attribute:
      return append_html(out, value);
    case SlotContext::UrlWhole:
      return append_url_attribute(out, value);
    case SlotContext::UrlPath:
      return append_url_segment(out, value);
    case SlotContext::UrlQuery:
      return append_url_query(out, value);
  }
}

bool in_text(SlotContext context) {
  switch (context) {
    case SlotContext::Text:
    case SlotContext::Heading:
    case SlotContext::TableCell:
    case SlotContext::CodeSpan:
    case SlotContext::CodeBlock:
      return true;
    case SlotContext::Attribute:
    case SlotContext::UrlWhole:
    case SlotContext::UrlPath:
    case SlotContext::UrlQuery:
      return false;
  }
  return false;
}

void append_default(std::string& out, const Segment& slot, std::string_view name, MissingValue missing) {
  const std::string_view words = default_words(slot.text);
  if (missing == MissingValue::Mark && in_text(slot.context)) {
    out += "<mark class=\"default\" title=\"No value for ";
    append_html(out, name);
    out += "\">";
    append_html_line(out, words);
    out += "</mark>";
  } else {
    append_value(out, slot.context, words);
  }
}

std::size_t bytes_of_literals(const Segments& segments) {
  std::size_t bytes = 0;
  for (const Segment& segment : segments) bytes += segment.text.size();
  return bytes;
}

void reserve_for(std::string& out, const CompiledArticle& article) {
  constexpr std::size_t room_for_values = 512;
  const std::size_t wanted = out.size() + bytes_of_literals(article.html) + room_for_values;
  if (out.capacity() < wanted) out.reserve(wanted);
}

std::string_view name_at(const CompiledArticle& article, std::size_t placeholder) {
  return placeholder < article.placeholders.size() ? std::string_view(article.placeholders[placeholder])
                                                   : std::string_view();
}

}  // namespace

void fill_html(std::string& out, const CompiledArticle& article, const FilledArticle& filled,
               MissingValue missing) {
  if (const auto expanded = with_list_items(article, filled)) {
    return fill_html(out, expanded->article, expanded->filled, missing);
  }
  reserve_for(out, article);
  std::string scratch;
  std::size_t agents_only = 0;
  const auto fill_slot = [&](const Segment& segment) {
    if (const Value* value = value_of(filled, segment.placeholder)) {
      append_value(out, segment.context, shown_text(*value, scratch));
    } else {
      append_default(out, segment, name_at(article, segment.placeholder), missing);
    }
  };
  for (const Segment& segment : article.html) {
    switch (segment.kind) {
      case SegmentKind::Literal:
        if (agents_only == 0) out += segment.text;
        break;
      case SegmentKind::Slot:
        if (agents_only == 0) fill_slot(segment);
        break;
      case SegmentKind::AgentBegin:
        ++agents_only;
        break;
      case SegmentKind::AgentEnd:
        agents_only -= agents_only > 0 ? 1U : 0U;
        break;
      case SegmentKind::SectionBegin:
      case SegmentKind::SectionEnd:
        break;
    }
  }
}

}  // namespace tsg
