// SPDX-License-Identifier: MIT
#include "engine/composer/article_heading.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

// A place in the literals of a list of segments.
struct Spot {
  std::size_t segment = 0;
  std::size_t byte = 0;
};

std::optional<Spot> find(const Segments& segments, Spot from, std::string_view text) {
  for (; from.segment < segments.size(); ++from.segment, from.byte = 0) {
    if (segments[from.segment].kind != SegmentKind::Literal) continue;
    const std::size_t at = segments[from.segment].text.find(text, from.byte);
    if (at != std::string::npos) return Spot{from.segment, at};
  }
  return std::nullopt;
}

// A part of a literal; the whole of it keeps what else the segment says.
void push_literal(Segments& segments, const Segment& literal, std::size_t first, std::size_t last) {
  if (first == last) return;
  segments.push_back(literal);
  segments.back().text = literal.text.substr(first, last - first);
}

Segments slice(const Segments& segments, Spot begin, Spot end) {
  Segments part;
  for (std::size_t i = begin.segment; i <= end.segment && i < segments.size(); ++i) {
    const Segment& segment = segments[i];
    const std::size_t first = i == begin.segment ? begin.byte : 0;
    const std::size_t last = i == end.segment ? end.byte : segment.text.size();
    if (segment.kind == SegmentKind::Literal) {
      push_literal(part, segment, first, last);
    } else if (i != end.segment) {
      part.push_back(segment);
    }
  }
  return part;
}

struct Cut {
  Segments heading = {};
  Segments body = {};
};

Cut cut(const Segments& segments, Spot begin, Spot end, std::size_t skipped) {
  const Spot rest = {end.segment, end.byte + skipped};
  return {slice(segments, begin, end), slice(segments, rest, {segments.size(), 0})};
}

// The first byte that is no blank, when it stands in a literal before any slot.
std::optional<Spot> first_text(const Segments& segments) {
  for (std::size_t i = 0; i < segments.size() && segments[i].kind == SegmentKind::Literal; ++i) {
    const std::size_t at = segments[i].text.find_first_not_of(" \t\r\n");
    if (at != std::string::npos) return Spot{i, at};
  }
  return std::nullopt;
}

std::optional<Cut> cut_html(const Segments& segments) {
  const std::optional<Spot> start = first_text(segments);
  if (!start || segments[start->segment].text.compare(start->byte, 3, "<h1") != 0) return std::nullopt;
  const std::optional<Spot> tag = find(segments, *start, ">");
  if (!tag) return std::nullopt;
  const Spot begin = {tag->segment, tag->byte + 1};
  const std::optional<Spot> end = find(segments, begin, "</h1>");
  if (!end) return std::nullopt;
  return cut(segments, begin, *end, std::string_view("</h1>").size());
}

std::string_view line_at(std::string_view text, std::size_t begin) {
  return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

bool setext_underline(std::string_view line) {
  const std::string_view marks = ascii_trimmed(line);
  return !marks.empty() && marks.find_first_not_of('=') == std::string_view::npos;
}

// `# Title` or a title line with `===` below it.
std::optional<Cut> cut_markdown(const Segments& segments) {
  const std::optional<Spot> start = first_text(segments);
  if (!start) return std::nullopt;
  const bool atx = segments[start->segment].text.compare(start->byte, 2, "# ") == 0;
  const std::optional<Spot> newline = find(segments, *start, "\n");
  const Spot end = newline.value_or(Spot{segments.size(), 0});
  if (atx) return cut(segments, {start->segment, start->byte + 2}, end, 0);
  if (!newline) return std::nullopt;
  const std::string_view below = line_at(segments[end.segment].text, end.byte + 1);
  if (!setext_underline(below)) return std::nullopt;
  return cut(segments, *start, end, below.size() + 1);
}

bool begins_with_h1(const std::vector<Block>& blocks) {
  return !blocks.empty() && blocks.front().kind == BlockKind::Heading && blocks.front().level == 1;
}

}  // namespace

SplitArticle split_heading(CompiledArticle article) {
  std::optional<Cut> html = cut_html(article.html);
  std::optional<Cut> markdown = cut_markdown(article.markdown);
  const bool all = (html || article.html.empty()) && (markdown || article.markdown.empty()) &&
                   (begins_with_h1(article.blocks) || article.blocks.empty());
  SplitArticle split;
  split.heading.placeholders = article.placeholders;
  if (!all) {
    split.body = std::move(article);
    return split;
  }
  split.body.placeholders = std::move(article.placeholders);
  if (html) {
    split.heading.html = std::move(html->heading);
    split.body.html = std::move(html->body);
  }
  if (markdown) {
    split.heading.markdown = std::move(markdown->heading);
    split.body.markdown = std::move(markdown->body);
  }
  if (article.blocks.empty()) return split;
  split.heading.blocks = {std::move(article.blocks.front())};
  split.body.blocks.assign(std::make_move_iterator(article.blocks.begin() + 1),
                           std::make_move_iterator(article.blocks.end()));
  return split;
}

}  // namespace tsg
