// SPDX-License-Identifier: MIT
#include "renderers/html_fragment.h"

#include <fmt/format.h>

#include "renderers/html_article.h"
#include "renderers/html_path.h"
#include "renderers/html_writer.h"
#include "renderers/words.h"

namespace tsg {

namespace {

void write_note(HtmlWriter& out, std::string_view class_name, const StateWords& words,
                std::string_view text) {
  if (text.empty()) return;
  out.raw("<p class=\"note ").raw(class_name).raw("\">");
  out.state(words, class_name).raw(" ").text(text).raw("</p>\n");
}

void write_result_heading(HtmlWriter& out, const ComposedArticle& article) {
  out.raw("<h3>").raw(article_heading_html(article)).raw("</h3>\n");
}

void write_why(HtmlWriter& out, const ComposedWhy& why) {
  if (why.question.empty() || why.answer.empty()) return;
  out.raw("<p class=\"why\">Because: <q>").text(why.question).raw("</q> <strong>").text(why.answer);
  out.raw("</strong></p>\n");
}

void write_outcome(HtmlWriter& out, const ComposedGuide& guide, std::size_t number) {
  const ComposedOutcome& outcome = guide.outcomes[number - 1];
  const std::string_view kind = outcome.provisional ? "provisional" : "found";
  out.raw("<article class=\"result ").raw(kind).raw("\">\n<p>");
  out.state(words_of_outcome(outcome), kind).raw("</p>\n");
  write_result_heading(out, outcome.article);
  if (!outcome.subjects.empty()) out.element("p", "for", "For " + names(outcome.subjects));
  write_why(out, outcome.why);
  out.element("p", "note provisional", waits_note(outcome));
  write_note(out, "broken", {"!", "Not shown"}, article_note(outcome.article));
  write_article(out, outcome.article, {.level = 4, .id_prefix = fmt::format("result-{}-", number)});
  if (guide.audience == Audience::Agent) write_origins(out, outcome.article);
  out.raw("</article>\n");
}

void write_check(HtmlWriter& out, const ComposedGuide& guide, std::size_t number) {
  const ComposedCheck& check = guide.checks[number - 1];
  out.raw("<article class=\"result found\">\n<p>");
  out.state({"●", "Found"}, "found").raw("</p>\n");
  write_result_heading(out, check.article);
  write_note(out, "broken", {"!", "Not shown"}, article_note(check.article));
  write_article(out, check.article, {.level = 4, .id_prefix = fmt::format("check-{}-", number)});
  if (!check.rule_place.empty())
    out.element("p", "by", fmt::format("Check {}, {}", check.id, check.rule_place));
  out.evidence(check.evidence);
  if (guide.audience == Audience::Agent) write_origins(out, check.article);
  out.raw("</article>\n");
}

void write_result(HtmlWriter& out, const ComposedGuide& guide) {
  out.raw("<section aria-labelledby=\"result\">\n").heading(2, result_title(guide), "result");
  out.element("p", "lead", result_sentence(guide));
  for (const std::string& error : guide.errors) write_note(out, "broken", {"✗", "Error"}, error);
  for (std::size_t i = 1; i <= guide.outcomes.size(); ++i) write_outcome(out, guide, i);
  for (std::size_t i = 1; i <= guide.checks.size(); ++i) write_check(out, guide, i);
  for (const std::string& warning : guide.warnings) write_note(out, "provisional", {"!", "Warning"}, warning);
  out.raw("</section>\n");
}

void write_summary(HtmlWriter& out, const ComposedGuide& guide) {
  if (guide.summary.parts.empty()) return;
  out.raw("<details class=\"about\"><summary>About this guide</summary>\n");
  write_article(out, guide.summary, {.level = 3, .id_prefix = "about-"});
  out.raw("</details>\n");
}

}  // namespace

std::string render_html_fragment(const ComposedGuide& guide) {
  HtmlWriter out;
  out.raw("<div class=\"tsg\">\n");
  if (!guide.replaced_by.empty()) {
    write_note(out, "provisional", {"!", "Replaced"}, "This guide is replaced by " + guide.replaced_by + ".");
  }
  write_result(out, guide);
  const bool open_first = guide.outcomes.empty() && guide.checks.empty();
  if (open_first) write_open(out, guide);
  write_path(out, guide);
  if (!open_first) write_open(out, guide);
  write_summary(out, guide);
  out.raw("</div>\n");
  return out.take();
}

std::string render_html_fragment(const ComposedArticle& article) {
  HtmlWriter out;
  out.raw("<div class=\"tsg\">\n");
  write_note(out, "broken", {"!", "Not shown"}, article_note(article));
  write_article(out, article, {.level = 2});
  out.raw("</div>\n");
  return out.take();
}

}  // namespace tsg
