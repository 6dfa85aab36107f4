// SPDX-License-Identifier: MIT
#include "renderers/html_writer.h"

#include <algorithm>

#include "renderers/escape_html.h"

namespace tsg {

HtmlWriter& HtmlWriter::text(std::string_view text) {
  append_html(out_, text);
  return *this;
}

HtmlWriter& HtmlWriter::element(std::string_view name, std::string_view class_name, std::string_view text) {
  if (text.empty()) return *this;
  raw("<").raw(name);
  if (!class_name.empty()) raw(" class=\"").raw(class_name).raw("\"");
  raw(">");
  append_html(out_, text);
  return raw("</").raw(name).raw(">\n");
}

HtmlWriter& HtmlWriter::heading(int level, std::string_view text, std::string_view id) {
  const std::string name = "h" + std::to_string(std::min(level, 6));
  raw("<").raw(name);
  if (!id.empty()) raw(" id=\"").raw(id).raw("\"");
  raw(">");
  append_html_line(out_, text);
  return raw("</").raw(name).raw(">\n");
}

HtmlWriter& HtmlWriter::state(const StateWords& words, std::string_view class_name) {
  raw("<span class=\"state ").raw(class_name).raw("\"><span aria-hidden=\"true\">").raw(words.icon);
  return raw("</span> ").raw(words.word).raw("</span>");
}

HtmlWriter& HtmlWriter::evidence(const std::vector<ComposedEvidence>& evidence) {
  if (evidence.empty()) return *this;
  raw("<details class=\"evidence\"><summary>Evidence: ").raw(counted(evidence.size(), "fact", "facts"));
  raw("</summary>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
      "aria-label=\"Evidence\"><table>\n<thead><tr>");
  const bool named = std::any_of(evidence.begin(), evidence.end(),
                                 [](const ComposedEvidence& each) { return !each.subject.empty(); });
  const bool dated = std::any_of(evidence.begin(), evidence.end(),
                                 [](const ComposedEvidence& each) { return !each.gathered_at.empty(); });
  if (named) raw("<th scope=\"col\">For</th>");
  raw("<th scope=\"col\">Fact</th><th scope=\"col\">Value</th>");
  if (dated) raw("<th scope=\"col\">Gathered</th>");
  raw("</tr></thead>\n<tbody>\n");
  for (const ComposedEvidence& each : evidence) {
    raw("<tr>");
    if (named) element("td", "", each.subject.empty() ? "all" : each.subject);
    raw("<td><code>").text(each.path).raw("</code></td><td><bdi>").text(each.value).raw("</bdi></td>");
    if (dated) raw("<td>").text(each.gathered_at).raw("</td>");
    raw("</tr>\n");
  }
  return raw("</tbody></table></div></details>\n");
}

HtmlWriter& HtmlWriter::needs(const std::vector<ComposedNeed>& needs, std::string_view lead) {
  if (needs.empty()) return *this;
  element("p", "", lead);
  raw("<ul class=\"needs\">\n");
  std::string_view shown;
  for (const ComposedNeed& need : needs) {
    raw("<li><code>").text(need.path).raw("</code>");
    if (const std::string detail = need_detail(need); !detail.empty()) raw(", ").text(detail);
    if (!need.command.empty() && need.command != shown) {
      raw("\n<pre tabindex=\"0\"><code>").text(need.command).raw("</code></pre>");
    }
    shown = need.command;
    raw("</li>\n");
  }
  return raw("</ul>\n");
}

}  // namespace tsg
