// SPDX-License-Identifier: MIT
#include "tools/walk_screen.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/composer/compose.h"
#include "engine/composer/wording.h"
#include "renderers/terminal_article.h"
#include "renderers/terminal_path.h"
#include "renderers/words.h"
#include "tools/desk/next_questions.h"

namespace tsg {

namespace {

constexpr std::size_t indent = 2;

void write_notices(TerminalWriter& out, const CaseView& view) {
  if (!view.notice.empty()) out.paragraph({piece("! " + view.notice, Ink::Waiting)}, indented(0));
  for (const std::string& error : view.walk.resolution.errors)
    out.paragraph({piece("✗ Error: ", Ink::Bad), piece(error)}, indented(0));
  const Wording wording(*view.pack);
  for (const GivenAnswer& answer : view.walk.dropped) {
    const std::string guide = guide_of(view, {answer.step, answer.subject});
    out.paragraph(
        {piece("! No longer on the way: ", Ink::Waiting), piece(wording.question(guide, answer.step)),
         piece(" "), piece(wording.answer(guide, answer.step, answer.option), Ink::Strong)},
        indented(0));
  }
}

void write_step_line(TerminalWriter& out, const ComposedStep& step) {
  const StateWords state = words_of(step.state);
  std::vector<Piece> line = {piece(step.question)};
  line.push_back(piece(" "));
  line.push_back(step.answer.empty() ? piece(state.word, Ink::Waiting) : piece(step.answer, Ink::Strong));
  if (!step.subjects.empty()) line.push_back(piece(": " + names(step.subjects)));
  const std::string_view by = step.answered_by == AnsweredBy::Rule    ? " (from the facts)"
                              : step.answered_by == AnsweredBy::Agent ? " (by hand)"
                                                                      : "";
  line.push_back(piece(by, Ink::Quiet));
  line.push_back(piece(" [" + step.id + "]", Ink::Quiet));
  out.paragraph(line, {std::string(state.icon) + " ", "  "});
}

void write_inputs(TerminalWriter& out, const OpenQuestion& open) {
  out.blank();
  for (const std::string& input : open.inputs)
    out.paragraph({piece("  set "), piece(input, Ink::Code), piece("=...")}, indented(0));
}

void write_choices(TerminalWriter& out, const CaseView& view, const WalkFocus& focus, const Step& step) {
  const Visit* visit = find_visit(view.walk.resolution, focus.step, focus.subject);
  out.blank();
  for (std::size_t i = 0; i < step.options.size(); ++i) {
    const bool taken = visit != nullptr && visit->option == step.options[i].id;
    std::vector<Piece> line = {piece(step.options[i].wording, Ink::Strong),
                               piece(" [" + step.options[i].id + "]", Ink::Quiet)};
    if (taken) line.push_back(piece(" (the answer so far)"));
    out.paragraph(line, {fmt::format("  {}  ", i + 1), "     "});
  }
  out.paragraph({piece("Don't know")}, {"  d  ", "     "});
}

void write_how(TerminalWriter& out, const CaseView& view, const Step& step) {
  if (step.document >= view.pack->documents.size()) return;
  Diagnostics unused;
  const ComposedArticle article =
      compose_article(view.pack->documents[step.document], {}, {.audience = Audience::Agent}, unused);
  write_article(out, article, indent);
}

}  // namespace

std::string question_screen(const CaseView& view, const WalkFocus& focus, const TerminalOptions& options) {
  const Step* step = step_of(view, focus);
  if (step == nullptr) return end_screen(view, options);
  TerminalWriter out(options.width, options.colour);
  out.blank();
  write_notices(out, view);
  out.blank();
  out.paragraph({piece(step->question, Ink::Strong)}, {"? ", "  "});
  out.paragraph({piece("Step " + step->id, Ink::Quiet)}, indented(indent));
  if (!focus.subject.empty()) out.paragraph({piece("For " + focus.subject)}, indented(indent));
  write_how(out, view, *step);
  if (wants_values(view, focus)) {
    write_inputs(out, *open_at(view, focus));
  } else {
    write_choices(out, view, focus, *step);
  }
  return out.take();
}

std::string end_screen(const CaseView& view, const TerminalOptions& options) {
  TerminalWriter out(options.width, options.colour);
  out.blank();
  write_notices(out, view);
  ComposedGuide shown = whole_guide(view, Audience::Agent);
  shown.path.clear();
  shown.clear_checks.clear();
  return out.take() + render_terminal(shown, options);
}

std::string answers_screen(const CaseView& view, const TerminalOptions& options) {
  TerminalWriter out(options.width, options.colour);
  write_section(out, "Your answers so far");
  for (const ComposedBranch& branch : view.walk.guide.path) {
    if (!branch.subjects.empty()) out.paragraph({piece("For " + names(branch.subjects), Ink::Emphasis)});
    for (const ComposedStep& step : branch.steps) write_step_line(out, step);
  }
  return out.take();
}

std::string evidence_screen(const CaseView& view, const TerminalOptions& options) {
  TerminalWriter out(options.width, options.colour);
  write_path(out, view.walk.guide);
  return out.take();
}

std::string next_screen(const CaseView& view, const TerminalOptions& options) {
  TerminalWriter out(options.width, options.colour);
  const std::vector<NextQuestion> all = next_questions(view);
  if (all.empty()) out.paragraph({piece("No question is open that would narrow it down.")});
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::vector<Piece> line = {piece(all[i].question, Ink::Strong),
                               piece(" [" + all[i].step + "]", Ink::Quiet)};
    if (!all[i].subject.empty()) line.push_back(piece(" for " + all[i].subject));
    out.paragraph(line, {fmt::format("  {}. ", i + 1), "     "});
    out.paragraph({piece(all[i].words, Ink::Quiet)}, indented(5));
    for (const std::string& command : all[i].commands) out.verbatim(command, indented(7), Ink::Code);
  }
  return out.take();
}

std::string why_screen(const CaseView& view, const WalkFocus& focus, const TerminalOptions& options) {
  TerminalWriter out(options.width, options.colour);
  const ComposedOpen* open = composed_at(view, focus);
  if (open == nullptr) {
    out.paragraph({piece("This step is answered: `evidence` shows by what.")});
    return out.take();
  }
  ComposedGuide one;
  one.open = {*open};
  write_open(out, one);
  return out.take();
}

}  // namespace tsg
