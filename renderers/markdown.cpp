// SPDX-License-Identifier: MIT
#include "renderers/markdown.h"

#include <fmt/format.h>

#include "renderers/escape_markdown.h"
#include "renderers/markdown_path.h"
#include "renderers/markdown_writer.h"
#include "renderers/words.h"

namespace tsg {

namespace {

void write_why(MarkdownWriter& out, const ComposedWhy& why) {
  if (why.question.empty() || why.answer.empty()) return;
  out.paragraph(fmt::format("Because: {} **{}**", markdown(why.question), markdown(why.answer)));
}

void write_outcome(MarkdownWriter& out, const ComposedOutcome& outcome) {
  const StateWords state = words_of_outcome(outcome);
  out.heading(3, fmt::format("{} {}: {}", state.icon, state.word, article_heading_markdown(outcome.article)));
  if (!outcome.subjects.empty()) out.paragraph("For " + markdown(names(outcome.subjects)));
  write_why(out, outcome.why);
  if (outcome.provisional) out.paragraph("**" + markdown(waits_note(outcome)) + "**");
  if (outcome.article.state != ArticleState::Shown) out.paragraph(markdown(article_note(outcome.article)));
  out.article(outcome.article, 4);
}

void write_check(MarkdownWriter& out, const ComposedCheck& check) {
  out.heading(3, "● Found: " + article_heading_markdown(check.article));
  if (check.article.state != ArticleState::Shown) out.paragraph(markdown(article_note(check.article)));
  out.article(check.article, 4);
  if (!check.rule_place.empty()) {
    out.paragraph(fmt::format("Check {}, {}", markdown(check.id), markdown_code(check.rule_place)));
  }
  out.evidence(check.evidence, 0);
}

void write_result(MarkdownWriter& out, const ComposedGuide& guide) {
  out.heading(2, result_title(guide));
  out.paragraph(markdown(result_sentence(guide)));
  for (const std::string& error : guide.errors) out.paragraph("**✗ Error:** " + markdown(error));
  for (const ComposedOutcome& outcome : guide.outcomes) write_outcome(out, outcome);
  for (const ComposedCheck& check : guide.checks) write_check(out, check);
  for (const std::string& warning : guide.warnings) out.paragraph("**! Warning:** " + markdown(warning));
}

void trim_end(std::string& text) {
  text.erase(text.find_last_not_of('\n') + 1);
  text += '\n';
}

}  // namespace

std::string render_markdown(const ComposedGuide& guide) {
  MarkdownWriter out;
  out.heading(1, markdown(guide.title));
  out.paragraph(markdown(provenance(guide)));
  if (!guide.replaced_by.empty()) {
    out.paragraph(fmt::format("**! Replaced:** this guide is replaced by {}.", markdown(guide.replaced_by)));
  }
  write_result(out, guide);
  const bool open_first = guide.outcomes.empty() && guide.checks.empty();
  if (open_first) write_open(out, guide);
  write_path(out, guide);
  if (!open_first) write_open(out, guide);
  std::string text = out.take();
  trim_end(text);
  return text;
}

std::string render_markdown(const ComposedArticle& article) {
  MarkdownWriter out;
  out.heading(1, article_heading_markdown(article));
  if (article.state != ArticleState::Shown) out.paragraph(markdown(article_note(article)));
  out.article(article, 2);
  std::string text = out.take();
  trim_end(text);
  return text;
}

}  // namespace tsg
