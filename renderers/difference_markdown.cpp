// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "renderers/difference.h"
#include "renderers/difference_words.h"
#include "renderers/escape_markdown.h"
#include "renderers/markdown_writer.h"

namespace tsg {

namespace {

void write_line(MarkdownWriter& out, const ChangedLine& line, std::size_t indent) {
  out.item("-",
           fmt::format("{}: {} → **{}**", markdown(line.name), markdown(shown_side(line.before)),
                       markdown(shown_side(line.after))),
           indent);
}

void write_lines(MarkdownWriter& out, std::string_view heading, const std::vector<ChangedLine>& lines) {
  if (lines.empty()) return;
  out.heading(3, heading);
  for (const ChangedLine& each : lines) write_line(out, each, 0);
}

void write_item(MarkdownWriter& out, const ChangedItem& item) {
  std::string line = fmt::format("{}: **{}**", words_of(item.kind).word, markdown(item.name));
  if (const std::string title = shown_title(item); !title.empty()) line += " " + markdown(title);
  out.item("-", line);
  for (const ChangedLine& each : shown_lines(item)) write_line(out, each, 2);
}

}  // namespace

std::string difference_markdown(const ResolutionDifference& difference) {
  MarkdownWriter out;
  out.heading(2, markdown("Changes: " + difference.title));
  out.paragraph(markdown(difference_headline(difference)));
  write_lines(out, "Made otherwise", difference.making);
  for (const PartDifference& part : difference.parts) {
    if (part.changes.empty()) continue;
    out.heading(3, heading_of(part.part));
    for (const ChangedItem& each : part.changes) write_item(out, each);
  }
  if (difference.order) write_lines(out, "Order of steps", {*difference.order});
  write_lines(out, "Facts", difference.facts);
  out.paragraph(markdown(same_sentence(difference)));
  return out.take();
}

}  // namespace tsg
