// SPDX-License-Identifier: MIT
// An article compiled once: literal bytes with slots between them. Rendering is appending literals and
// escaping each slot's value for its context; no Markdown is parsed then, and no value ever becomes markup.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/component.h"

namespace tsg {

// Where in the output a slot stands; decides how its value is escaped.
enum class SlotContext : std::uint8_t {
  Text,       // running text, list items, emphasis, link text
  Heading,    // text in a heading; heading ids never hold values
  TableCell,  // text in a table cell
  CodeSpan,
  CodeBlock,
  Attribute,  // in a quoted HTML attribute that is no URL
  UrlWhole,   // the slot is the whole URL
  UrlPath,    // in a path of a URL
  UrlQuery,   // in a query or fragment of a URL
};

enum class SegmentKind : std::uint8_t {
  Literal,       // `text` stands as it is
  Slot,          // `text` is the author's default for placeholder `placeholder`
  SectionBegin,  // `text` is the section's name
  SectionEnd,
  AgentBegin,  // what follows is for agents only, until AgentEnd
  AgentEnd,
};

// In Markdown, code that holds a slot stands between two fences, each a Literal of its own with `context`
// CodeSpan or CodeBlock, `run` > 0 and `text` of `run` backticks, and nothing else in it. A slot between them
// has the same `run`: a value with a run of `run` or more backticks needs both fences longer than that run.
// All other Literals have run 0.
//
// What a value may hold in Markdown, by context: line breaks only in CodeBlock (a slot in a fence inside a
// list or a quote has the context CodeSpan, because its lines would need that container's indent). Attribute
// also stands for text inside a block of raw HTML: HTML escapes are read there, backslashes are not.
struct Segment {
  SegmentKind kind = SegmentKind::Literal;
  SlotContext context = SlotContext::Text;
  std::uint16_t run = 0;          // Markdown only: see above
  std::uint32_t placeholder = 0;  // index into CompiledArticle::placeholders
  std::string text = {};
  bool operator==(const Segment&) const = default;
};

using Segments = std::vector<Segment>;

// The words of a slot's default: without the blanks around it, and "[Name]" without its brackets.
std::string_view default_words(std::string_view default_text);

// Terminal output wraps after values are filled in, so it keeps a small tree of blocks instead of bytes.
enum class SpanStyle : std::uint8_t { Plain, Strong, Emphasis, Code, Struck, Link };

struct Span {
  SpanStyle style = SpanStyle::Plain;
  bool is_slot = false;
  std::uint32_t placeholder = 0;
  std::string text = {};  // literal text, or a slot's default; "\n" alone is a hard line break
  std::string url = {};   // of a Link span
  bool operator==(const Span&) const = default;
};

enum class BlockKind : std::uint8_t {
  Paragraph,
  Heading,   // `level`
  ListItem,  // `level` is the nesting depth from 1, `marker` the bullet or number, for the item's first block
  Code,      // spans hold whole lines
  Quote,     // a paragraph inside a block quote, `level` deep
  Alert,     // title line of an alert; `marker` is NOTE, TIP, IMPORTANT, WARNING or CAUTION
  TableRow,  // cells separated by a span whose text is "\t"; `level` 1 for the header row
  Rule,      // a thematic break
  SectionBegin,
  SectionEnd,
  AgentBegin,
  AgentEnd,  // `marker` is the section's name
};

struct Block {
  BlockKind kind = BlockKind::Paragraph;
  std::uint16_t level = 0;
  std::uint16_t indent =
      0;  // columns that the block's lines are moved right: it stands inside list items or quotes
  std::string marker = {};
  std::vector<Span> spans = {};
  bool operator==(const Block&) const = default;
};

// A slot for what an insight's checks find. Its placeholder's name is no author's: authors write no `<`.
struct InsightSlot {
  std::string placeholder = {};  // "<insight 1>"
  Insight insight = {};
  bool operator==(const InsightSlot&) const = default;
};

constexpr bool names_insight(std::string_view placeholder) {
  return placeholder.starts_with('<');
}

struct CompiledArticle {
  std::vector<std::string> placeholders = {};  // names as the author wrote them, in order of first use
  std::vector<InsightSlot> insights = {};      // those of them that are insights, in the article's order
  Segments html = {};                          // a sanitised HTML fragment, heading ids included
  Segments markdown = {};                      // the article's Markdown, without header and comments
  std::vector<Block> blocks = {};              // for terminals
  bool operator==(const CompiledArticle&) const = default;
};

}  // namespace tsg
