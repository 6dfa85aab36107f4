// SPDX-License-Identifier: MIT
#include "renderers/markdown_path.h"

#include <fmt/format.h>

#include "renderers/escape_markdown.h"
#include "renderers/slot_value.h"
#include "renderers/words.h"

namespace tsg {

namespace {

std::string answer_of(const ComposedStep& step) {
  const StateWords state = words_of(step.state);
  std::string line = fmt::format("{} {}", state.icon, state.word);
  if (!step.answer.empty()) line += ": **" + markdown(step.answer) + "**";
  if (!step.subjects.empty()) line += ": " + markdown(names(step.subjects));
  if (const std::string by = answered_by(step); !by.empty()) line += " (" + markdown(by) + ")";
  return line;
}

void write_step(MarkdownWriter& out, const ComposedStep& step, std::size_t number) {
  const std::string marker = fmt::format("{}.", number);
  const std::size_t indent = marker.size() + 1;
  out.blank();
  out.item(marker, "**" + markdown(step.question) + "**");
  out.continued(answer_of(step), indent);
  if (step.provisional) out.continued("~ Provisional: a question before this one is open.", indent);
  if (const std::string note = override_note(step); !note.empty()) out.continued(markdown(note), indent);
  if (!step.message.empty()) out.continued(markdown(step.message), indent);
  if (!step.leads_to.empty()) out.continued("Leads to: " + markdown(step.leads_to), indent);
  out.evidence(step.evidence, indent);
}

void write_branch(MarkdownWriter& out, const ComposedBranch& branch) {
  if (!branch.subjects.empty()) out.heading(3, markdown(names(branch.subjects)));
  for (std::size_t i = 0; i < branch.steps.size(); ++i) write_step(out, branch.steps[i], i + 1);
  out.blank();
}

void write_leads(MarkdownWriter& out, const ComposedOpen& open) {
  if (open.leads.empty()) return;
  out.paragraph("Where each answer leads:");
  for (const ComposedLead& lead : open.leads) {
    const std::string to = lead.leads_to.empty() ? "not known" : markdown(lead.leads_to);
    out.item("-", fmt::format("**{}**: {}", markdown(lead.wording), to));
  }
  out.blank();
}

void write_inputs(MarkdownWriter& out, const ComposedOpen& open) {
  if (open.inputs.empty()) return;
  out.paragraph("Values to give by hand:");
  for (const std::string& input : open.inputs) out.item("-", markdown_code(input));
  out.blank();
}

void write_question(MarkdownWriter& out, const ComposedOpen& open) {
  out.heading(3, "? " + markdown(open.question));
  if (!open.subjects.empty()) out.paragraph("For " + markdown(names(open.subjects)));
  if (!open.answer.empty()) out.paragraph("Answered: **" + markdown(open.answer) + "**");
  if (!open.reached_by.answer.empty()) {
    out.paragraph(fmt::format("Asked because: {} **{}**", markdown(open.reached_by.question),
                              markdown(open.reached_by.answer)));
  }
  out.needs(open.needs, "To answer it, gather:");
  out.needs(open.any_of, open.needs.empty() ? "To answer it, gather one of these:" : "And one of these:");
  write_inputs(out, open);
  write_leads(out, open);
}

void write_open_check(MarkdownWriter& out, const ComposedOpenCheck& check) {
  out.heading(3, "? Not decided: " + markdown(heading_of(check)));
  if (check.titles.size() > 1) {
    for (const std::string& title : check.titles) out.item("-", markdown(title));
    out.blank();
  }
  if (!check.message.empty()) out.paragraph(markdown(check.message));
  out.needs(check.needs, "To decide it, gather:");
  out.needs(check.any_of, "One of these would do:");
}

void write_clear_checks(MarkdownWriter& out, const ComposedGuide& guide) {
  if (guide.clear_checks.empty()) return;
  out.paragraph("In order: " + counted(guide.clear_checks.size(), "check", "checks"));
  for (const std::string& title : guide.clear_checks) out.item("-", markdown(title));
  out.blank();
}

void write_origins(MarkdownWriter& out, const ComposedGuide& guide) {
  const std::vector<FilledValue> values = distinct_values(guide);
  if (values.empty()) return;
  out.paragraph("Where the filled-in words come from:");
  for (const FilledValue& value : values) {
    out.item("-", fmt::format("{} = {}, {}", markdown(value.placeholder), markdown(shown_text(value.value)),
                              markdown(origin_of(value))));
  }
  out.blank();
}

}  // namespace

void write_path(MarkdownWriter& out, const ComposedGuide& guide) {
  if (guide.path.empty() && guide.clear_checks.empty()) return;
  out.heading(2, "How this was found");
  for (const ComposedBranch& branch : guide.path) write_branch(out, branch);
  write_clear_checks(out, guide);
  write_origins(out, guide);
}

void write_open(MarkdownWriter& out, const ComposedGuide& guide) {
  if (guide.open.empty() && guide.open_checks.empty()) return;
  out.heading(2, "Still open");
  for (const ComposedOpen& open : guide.open) write_question(out, open);
  for (const ComposedOpenCheck& check : guide.open_checks) write_open_check(out, check);
}

}  // namespace tsg
