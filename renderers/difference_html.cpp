// SPDX-License-Identifier: MIT
#include "renderers/difference.h"
#include "renderers/difference_words.h"
#include "renderers/html_writer.h"

namespace tsg {

namespace {

void write_line(HtmlWriter& out, const ChangedLine& line) {
  out.raw("<li>").text(line.name).raw(": <del>").text(shown_side(line.before));
  out.raw("</del> <ins>").text(shown_side(line.after)).raw("</ins></li>\n");
}

void write_list(HtmlWriter& out, const std::vector<ChangedLine>& lines) {
  if (lines.empty()) return;
  out.raw("<ul>\n");
  for (const ChangedLine& each : lines) write_line(out, each);
  out.raw("</ul>\n");
}

void write_lines(HtmlWriter& out, std::string_view heading, const std::vector<ChangedLine>& lines) {
  if (lines.empty()) return;
  out.heading(3, heading);
  write_list(out, lines);
}

void write_item(HtmlWriter& out, const ChangedItem& item) {
  out.raw("<li>").state(words_of(item.kind), name_of(item.kind)).raw(" <strong>").text(item.name);
  out.raw("</strong> ").text(shown_title(item)).raw("\n");
  write_list(out, shown_lines(item));
  out.raw("</li>\n");
}

}  // namespace

std::string difference_html(const ResolutionDifference& difference) {
  HtmlWriter out;
  out.raw("<div class=\"tsg\">\n<section class=\"difference\" aria-labelledby=\"changes\">\n");
  out.heading(2, "Changes", "changes");
  out.element("p", "lead", difference_headline(difference));
  write_lines(out, "Made otherwise", difference.making);
  for (const PartDifference& part : difference.parts) {
    if (part.changes.empty()) continue;
    out.heading(3, heading_of(part.part)).raw("<ul class=\"changes\">\n");
    for (const ChangedItem& each : part.changes) write_item(out, each);
    out.raw("</ul>\n");
  }
  if (difference.order) write_lines(out, "Order of steps", {*difference.order});
  write_lines(out, "Facts", difference.facts);
  out.element("p", "same", same_sentence(difference));
  out.raw("</section>\n</div>\n");
  return out.take();
}

}  // namespace tsg
