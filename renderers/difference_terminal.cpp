// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "renderers/difference.h"
#include "renderers/difference_words.h"

namespace tsg {

namespace {

Ink ink_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::Gone:
      return Ink::Bad;
    case ChangeKind::New:
      return Ink::Good;
    case ChangeKind::Changed:
      return Ink::Waiting;
  }
  return Ink::Plain;
}

void write_line(TerminalWriter& out, const ChangedLine& line, std::size_t indent) {
  out.paragraph({piece(line.name + ": ", Ink::Quiet), piece(shown_side(line.before)), piece(" -> "),
                 piece(shown_side(line.after), Ink::Strong)},
                {std::string(indent, ' '), std::string(indent + 2, ' ')});
}

void write_heading(TerminalWriter& out, std::string_view text) {
  out.blank();
  out.paragraph({piece(text, Ink::Strong)});
}

void write_item(TerminalWriter& out, const ChangedItem& item) {
  const StateWords words = words_of(item.kind);
  std::vector<Piece> line = {piece(std::string(words.word) + ": ", ink_of(item.kind)),
                             piece(item.name, Ink::Strong)};
  if (const std::string title = shown_title(item); !title.empty()) line.push_back(piece(" " + title));
  out.paragraph(line, {fmt::format("  {} ", words.icon), "    "});
  for (const ChangedLine& each : shown_lines(item)) write_line(out, each, 6);
}

void write_lines(TerminalWriter& out, std::string_view heading, const std::vector<ChangedLine>& lines) {
  if (lines.empty()) return;
  write_heading(out, heading);
  for (const ChangedLine& each : lines) write_line(out, each, 2);
}

}  // namespace

std::string difference_terminal(const ResolutionDifference& difference, const TerminalOptions& options) {
  TerminalWriter out(options.width, options.colour);
  out.paragraph({piece(difference_headline(difference), difference.differs() ? Ink::Waiting : Ink::Good)});
  write_lines(out, "Made otherwise", difference.making);
  for (const PartDifference& part : difference.parts) {
    if (part.changes.empty()) continue;
    write_heading(out, heading_of(part.part));
    for (const ChangedItem& each : part.changes) write_item(out, each);
  }
  if (difference.order) write_lines(out, "Order of steps", {*difference.order});
  write_lines(out, "Facts", difference.facts);
  out.blank();
  if (const std::string same = same_sentence(difference); !same.empty())
    out.paragraph({piece(same, Ink::Quiet)});
  return out.take();
}

}  // namespace tsg
