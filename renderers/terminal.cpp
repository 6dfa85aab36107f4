// SPDX-License-Identifier: MIT
#include "renderers/terminal.h"

#include <fmt/format.h>

#include "renderers/terminal_article.h"
#include "renderers/terminal_path.h"
#include "renderers/words.h"

namespace tsg {

namespace {

constexpr std::size_t indent = 2;

void write_title(TerminalWriter& out, const std::vector<Piece>& title) {
  out.paragraph(title);
  out.underline(title, "=");
}

void write_why(TerminalWriter& out, const ComposedWhy& why) {
  if (why.question.empty() || why.answer.empty()) return;
  const std::string lead = "  Because: ";
  out.paragraph({piece(why.question), piece(" "), piece(why.answer, Ink::Strong)},
                {lead, indented(lead.size()).rest});
}

void write_heading(TerminalWriter& out, const StateWords& state, Ink ink, const ComposedArticle& article) {
  const std::string icon = std::string(state.icon) + " ";
  std::vector<Piece> line = {piece(std::string(state.word) + ": ", ink)};
  for (const Piece& each : article_heading_pieces(article)) line.push_back(each);
  out.blank();
  out.paragraph(line, {icon, "  "});
}

void write_shown(TerminalWriter& out, const ComposedArticle& article) {
  const std::string note = article_note(article);
  if (!note.empty()) out.paragraph({piece("! " + note, Ink::Bad)}, indented(indent));
  write_article(out, article, indent);
}

void write_outcome(TerminalWriter& out, const ComposedOutcome& outcome) {
  const Ink ink = outcome.provisional ? Ink::Waiting : Ink::Good;
  write_heading(out, words_of_outcome(outcome), ink, outcome.article);
  const std::string lead = "  For: ";
  if (!outcome.subjects.empty()) {
    out.paragraph({piece(names(outcome.subjects))}, {lead, indented(lead.size()).rest});
  }
  write_why(out, outcome.why);
  if (outcome.provisional) out.paragraph({piece(waits_note(outcome), Ink::Waiting)}, indented(indent));
  write_shown(out, outcome.article);
}

void write_check(TerminalWriter& out, const ComposedCheck& check) {
  write_heading(out, {"●", "Found"}, Ink::Good, check.article);
  write_shown(out, check.article);
  if (!check.rule_place.empty()) {
    out.blank();
    out.paragraph({piece("Check " + check.id + ", " + check.rule_place, Ink::Quiet)}, indented(indent));
  }
  write_evidence(out, check.evidence, check.evidence_left_out, indent);
}

void write_messages(TerminalWriter& out, const std::vector<std::string>& messages, std::string_view word,
                    Ink ink) {
  for (const std::string& message : messages) {
    out.paragraph({piece(word, ink), piece(" "), piece(message)}, {"", "  "});
  }
}

void write_result(TerminalWriter& out, const ComposedGuide& guide) {
  write_section(out, result_title(guide));
  out.paragraph({piece(result_sentence(guide))});
  write_messages(out, guide.errors, "✗ Error:", Ink::Bad);
  for (const ComposedOutcome& outcome : guide.outcomes) write_outcome(out, outcome);
  for (const ComposedCheck& check : guide.checks) write_check(out, check);
  if (!guide.warnings.empty()) out.blank();
  write_messages(out, guide.warnings, "! Warning:", Ink::Waiting);
}

}  // namespace

std::string render_terminal(const ComposedGuide& guide, const TerminalOptions& options) {
  TerminalWriter out(options.width, options.colour);
  write_title(out, {piece(guide.title, Ink::Strong)});
  out.paragraph({piece(provenance(guide), Ink::Quiet)});
  if (!guide.replaced_by.empty()) {
    out.paragraph({piece("! Replaced: this guide is replaced by " + guide.replaced_by + ".", Ink::Waiting)});
  }
  write_result(out, guide);
  const bool open_first = guide.outcomes.empty() && guide.checks.empty();
  if (open_first) write_open(out, guide);
  write_path(out, guide);
  if (!open_first) write_open(out, guide);
  std::string text = out.take();
  text.erase(text.find_last_not_of('\n') + 1);
  return text + "\n";
}

std::string render_terminal(const ComposedArticle& article, const TerminalOptions& options) {
  TerminalWriter out(options.width, options.colour);
  write_title(out, article_heading_pieces(article));
  const std::string note = article_note(article);
  if (!note.empty()) out.paragraph({piece("! " + note, Ink::Bad)});
  write_article(out, article, 0);
  std::string text = out.take();
  text.erase(text.find_last_not_of('\n') + 1);
  return text + "\n";
}

}  // namespace tsg
