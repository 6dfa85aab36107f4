// SPDX-License-Identifier: MIT
#include "renderers/terminal_path.h"

#include <fmt/format.h>

#include <algorithm>

#include <algorithm>

#include "renderers/escape_terminal.h"
#include "renderers/slot_value.h"
#include "renderers/words.h"

namespace tsg {

namespace {

Ink ink_of(StepState state) {
  switch (state) {
    case StepState::Answered:
      return Ink::Good;
    case StepState::Open:
      return Ink::Waiting;
    case StepState::Broken:
      return Ink::Bad;
    case StepState::NotApplicable:
    case StepState::Forked:
    case StepState::NoSubjects:
      return Ink::Quiet;
  }
  return Ink::Plain;
}

void write_answer(TerminalWriter& out, const ComposedStep& step, std::size_t indent) {
  const StateWords state = words_of(step.state);
  const bool told = !step.answer.empty() || !step.subjects.empty();
  std::vector<Piece> line = {piece(fmt::format("{}{}", state.word, told ? ": " : ""), ink_of(step.state))};
  if (!step.answer.empty()) line.push_back(piece(step.answer, Ink::Strong));
  if (!step.subjects.empty()) line.push_back(piece(names(step.subjects)));
  if (const std::string by = answered_by(step); !by.empty())
    line.push_back(piece(" (" + by + ")", Ink::Quiet));
  const std::string icon = std::string(indent, ' ') + std::string(state.icon) + " ";
  out.paragraph(line, {icon, std::string(indent + 2, ' ')});
}

void write_line(TerminalWriter& out, std::string_view text, std::size_t indent, Ink ink = Ink::Plain) {
  if (!text.empty())
    out.paragraph({piece(text, ink)}, {std::string(indent, ' '), std::string(indent + 2, ' ')});
}

void write_step(TerminalWriter& out, const ComposedStep& step, std::size_t number, std::size_t indent) {
  const std::string marker = fmt::format("{}{:>2}. ", std::string(indent, ' '), number);
  const std::size_t inner = marker.size();
  out.paragraph({piece(step.question, Ink::Strong)}, {marker, std::string(inner, ' ')});
  write_answer(out, step, inner);
  if (step.provisional) {
    write_line(out, "~ Provisional: a question before this one is open.", inner, Ink::Waiting);
  }
  write_line(out, override_note(step), inner);
  write_line(out, step.message, inner);
  write_evidence(out, step.evidence, step.evidence_left_out, inner);
  if (!step.leads_to.empty()) write_line(out, "→ " + step.leads_to, inner);
}

void write_branch(TerminalWriter& out, const ComposedBranch& branch) {
  const std::size_t indent = 2 * std::min<std::size_t>(branch.depth, 8);
  const std::string blanks(indent, ' ');
  out.blank();
  if (!branch.subjects.empty()) {
    out.paragraph({piece(names(branch.subjects), Ink::Strong)}, {blanks + "▸ ", blanks + "  "});
  }
  for (std::size_t i = 0; i < branch.steps.size(); ++i) write_step(out, branch.steps[i], i + 1, indent);
}

void write_needs(TerminalWriter& out, const std::vector<ComposedNeed>& needs, std::string_view lead) {
  if (needs.empty()) return;
  write_line(out, lead, 2);
  std::string_view shown;
  for (const ComposedNeed& need : needs) {
    const std::string detail = need_detail(need);
    out.paragraph({piece(need.path, Ink::Code), piece(detail.empty() ? "" : ": " + detail)},
                  {"  - ", "    "});
    std::string command;
    append_terminal(command, need.command);
    if (!command.empty() && need.command != shown) out.verbatim(command, {"      $ ", "        "}, Ink::Code);
    shown = need.command;
  }
}

void write_question(TerminalWriter& out, const ComposedOpen& open) {
  out.blank();
  out.paragraph({piece(open.question, Ink::Strong)}, {"? ", "  "});
  if (!open.subjects.empty()) write_line(out, "For: " + names(open.subjects), 2);
  if (!open.answer.empty()) write_line(out, "Answered: " + open.answer, 2);
  if (!open.reached_by.answer.empty()) {
    write_line(out, fmt::format("Asked because: {} {}", open.reached_by.question, open.reached_by.answer), 2);
  }
  write_needs(out, open.needs, "To answer it, gather:");
  write_needs(out, open.any_of,
              open.needs.empty() ? "To answer it, gather one of these:" : "And one of these:");
  if (!open.inputs.empty()) write_line(out, "Values to give by hand: " + names(open.inputs), 2);
  if (!open.leads.empty()) write_line(out, "Where each answer leads:", 2);
  for (const ComposedLead& lead : open.leads) {
    const std::string to = lead.leads_to.empty() ? "not known" : lead.leads_to;
    out.paragraph({piece(lead.wording, Ink::Strong), piece(" → " + to)}, {"  - ", "    "});
  }
}

void write_open_check(TerminalWriter& out, const ComposedOpenCheck& check) {
  out.blank();
  out.paragraph({piece("Not decided: ", Ink::Waiting), piece(heading_of(check), Ink::Strong)}, {"? ", "  "});
  if (check.titles.size() > 1) {
    for (const std::string& title : check.titles) out.paragraph({piece(title)}, {"  - ", "    "});
  }
  write_line(out, check.message, 2);
  write_needs(out, check.needs, "To decide it, gather:");
  write_needs(out, check.any_of, "One of these would do:");
}

void write_clear_checks(TerminalWriter& out, const ComposedGuide& guide) {
  if (guide.clear_checks.empty()) return;
  out.blank();
  write_line(out, "In order: " + counted(guide.clear_checks.size(), "check", "checks"), 0);
  for (const std::string& title : guide.clear_checks) out.paragraph({piece(title)}, {"  - ", "    "});
}

void write_origins(TerminalWriter& out, const ComposedGuide& guide) {
  const std::vector<FilledValue> values = distinct_values(guide);
  if (values.empty()) return;
  out.blank();
  write_line(out, "Where the filled-in words come from:", 0);
  for (const FilledValue& value : values) {
    const std::string text =
        fmt::format("{} = {}, {}", value.placeholder, shown_text(value.value), origin_of(value));
    out.paragraph({piece(text)}, {"  - ", "    "});
  }
}

}  // namespace

void write_section(TerminalWriter& out, std::string_view title) {
  std::string capitals(title);
  for (char& c : capitals) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  const std::vector<Piece> heading = {{capitals, Ink::Strong}};
  out.blank();
  out.paragraph(heading);
  out.underline(heading, "-");
}

void write_evidence(TerminalWriter& out, const std::vector<ComposedEvidence>& evidence, std::size_t left_out,
                    std::size_t indent) {
  for (const ComposedEvidence& each : evidence) {
    const std::string subject = each.subject.empty() ? "" : each.subject + ": ";
    const std::string gathered = each.gathered_at.empty() ? "" : " (gathered " + each.gathered_at + ")";
    const std::string blanks(indent, ' ');
    out.paragraph({piece(subject + each.path + " = " + each.value), piece(gathered, Ink::Quiet)},
                  {blanks + "· ", blanks + "    "});
  }
  if (left_out == 0) return;
  const std::string more =
      fmt::format("· and {} more fact{}: --trace shows them", left_out, left_out == 1 ? "" : "s");
  out.paragraph({piece(more, Ink::Quiet)}, {std::string(indent, ' '), std::string(indent + 2, ' ')});
}

void write_path(TerminalWriter& out, const ComposedGuide& guide) {
  if (guide.path.empty() && guide.clear_checks.empty()) return;
  write_section(out, "How this was found");
  for (const ComposedBranch& branch : guide.path) write_branch(out, branch);
  write_clear_checks(out, guide);
  write_origins(out, guide);
}

void write_open(TerminalWriter& out, const ComposedGuide& guide) {
  if (guide.open.empty() && guide.open_checks.empty()) return;
  write_section(out, "Still open");
  for (const ComposedOpen& open : guide.open) write_question(out, open);
  for (const ComposedOpenCheck& check : guide.open_checks) write_open_check(out, check);
}

}  // namespace tsg
