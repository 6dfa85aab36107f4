// SPDX-License-Identifier: MIT
#include "tools/serve/check_findings.h"

#include <fmt/format.h>

#include "renderers/html_article.h"
#include "renderers/html_writer.h"

namespace tsg {

namespace {

void write_finding(HtmlWriter& out, const ComposedCheck& check, std::size_t number) {
  out.raw("<details class=\"finding\"><summary>");
  out.state({"●", "Found"}, "found").raw(" ").raw(article_heading_html(check.article)).raw("</summary>\n");
  write_article(out, check.article, {.level = 3, .id_prefix = fmt::format("check-{}-", number)});
  if (!check.rule_place.empty())
    out.element("p", "by", fmt::format("Check {}, {}", check.id, check.rule_place));
  out.evidence(check.evidence);
  if (check.evidence_left_out > 0)
    out.element(
        "p", "by",
        "And " + counted(check.evidence_left_out, "more fact", "more facts") + ", see the case notes.");
  out.raw("</details>\n");
}

void write_undecided(HtmlWriter& out, const ComposedOpenCheck& checks) {
  out.raw("<li>").raw("<ul class=\"titles\">\n");
  for (const std::string& title : checks.titles) out.element("li", "", title);
  out.raw("</ul>\n").element("p", "by", checks.message);
  out.needs(checks.needs, "To decide it, gather:")
      .needs(checks.any_of, "One of these would do:")
      .raw("</li>\n");
}

}  // namespace

std::string check_findings_html(const ComposedGuide& guide) {
  HtmlWriter out;
  for (std::size_t i = 0; i < guide.checks.size(); ++i) write_finding(out, guide.checks[i], i + 1);
  if (guide.open_checks.empty()) return out.take();
  std::size_t count = 0;
  for (const ComposedOpenCheck& checks : guide.open_checks) count += checks.titles.size();
  out.raw("<details class=\"undecided\"><summary>").state({"?", "Not decided"}, "open").raw(" ");
  out.text(counted(count, "check", "checks")).raw("</summary>\n<ul class=\"undecided\">\n");
  for (const ComposedOpenCheck& checks : guide.open_checks) write_undecided(out, checks);
  out.raw("</ul>\n</details>\n");
  return out.take();
}

}  // namespace tsg
