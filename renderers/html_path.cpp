// SPDX-License-Identifier: MIT
#include "renderers/html_path.h"

#include "renderers/words.h"

namespace tsg {

namespace {

std::string_view class_of(StepState state) {
  switch (state) {
    case StepState::Answered:
      return "found";
    case StepState::Open:
      return "open";
    case StepState::Broken:
      return "broken";
    case StepState::NotApplicable:
    case StepState::Forked:
    case StepState::NoSubjects:
      return "plain";
  }
  return "plain";
}

void write_answer(HtmlWriter& out, const ComposedStep& step) {
  out.raw("<p class=\"answer\">").state(words_of(step.state), class_of(step.state));
  if (!step.answer.empty()) out.raw(": <strong>").text(step.answer).raw("</strong>");
  if (!step.subjects.empty()) out.raw(": ").text(names(step.subjects));
  if (const std::string by = answered_by(step); !by.empty())
    out.raw(" <span class=\"by\">").text(by).raw("</span>");
  out.raw("</p>\n");
}

void write_step(HtmlWriter& out, const ComposedStep& step) {
  out.raw("<li>\n").element("p", "question", step.question);
  write_answer(out, step);
  if (step.provisional) {
    out.raw("<p>").state(provisional_words, "provisional").raw(": a question before this one is open.</p>\n");
  }
  out.element("p", "by", override_note(step));
  out.element("p", "by", step.message);
  if (!step.leads_to.empty()) out.element("p", "leads", "Leads to: " + step.leads_to);
  out.evidence(step.evidence).raw("</li>\n");
}

void write_branch(HtmlWriter& out, const ComposedBranch& branch) {
  if (!branch.subjects.empty()) out.heading(3, names(branch.subjects));
  out.raw("<ol class=\"steps\">\n");
  for (const ComposedStep& step : branch.steps) write_step(out, step);
  out.raw("</ol>\n");
}

void write_leads(HtmlWriter& out, const ComposedOpen& open) {
  if (open.leads.empty()) return;
  out.raw("<p>Where each answer leads:</p>\n<dl class=\"leads\">\n");
  for (const ComposedLead& lead : open.leads) {
    out.raw("<div><dt>").text(lead.wording).raw("</dt><dd>");
    out.text(lead.leads_to.empty() ? "not known" : lead.leads_to).raw("</dd></div>\n");
  }
  out.raw("</dl>\n");
}

void write_inputs(HtmlWriter& out, const ComposedOpen& open) {
  if (open.inputs.empty()) return;
  out.raw("<p>Values to give by hand: ");
  for (std::size_t i = 0; i < open.inputs.size(); ++i) {
    out.raw(i == 0 ? "<code>" : ", <code>").text(open.inputs[i]).raw("</code>");
  }
  out.raw("</p>\n");
}

void write_question(HtmlWriter& out, const ComposedOpen& open) {
  out.raw("<section class=\"open\">\n").heading(3, open.question);
  out.raw("<p>").state(words_of(StepState::Open), "open").raw("</p>\n");
  if (!open.subjects.empty()) out.element("p", "for", "For " + names(open.subjects));
  if (!open.answer.empty()) out.raw("<p>Answered: <strong>").text(open.answer).raw("</strong></p>\n");
  if (!open.reached_by.answer.empty()) {
    out.raw("<p class=\"why\">Asked because: <q>").text(open.reached_by.question).raw("</q> <strong>");
    out.text(open.reached_by.answer).raw("</strong></p>\n");
  }
  out.needs(open.needs, "To answer it, gather:");
  out.needs(open.any_of, open.needs.empty() ? "To answer it, gather one of these:" : "And one of these:");
  write_inputs(out, open);
  write_leads(out, open);
  out.raw("</section>\n");
}

void write_open_checks(HtmlWriter& out, const ComposedOpenCheck& checks) {
  for (const std::string& title : checks.titles) {
    out.raw("<section class=\"open\">\n").heading(3, title);
    out.raw("<p>").state({"?", "Not decided"}, "open").raw("</p>\n").element("p", "by", checks.message);
    out.needs(checks.needs, "To decide it, gather:").needs(checks.any_of, "One of these would do:");
    out.raw("</section>\n");
  }
}

}  // namespace

void write_path(HtmlWriter& out, const ComposedGuide& guide) {
  if (guide.path.empty() && guide.clear_checks.empty()) return;
  out.raw("<section aria-labelledby=\"path\">\n").heading(2, "How this was found", "path");
  for (const ComposedBranch& branch : guide.path) write_branch(out, branch);
  if (!guide.clear_checks.empty()) {
    out.raw("<details class=\"evidence\"><summary>In order: ");
    out.raw(counted(guide.clear_checks.size(), "check", "checks")).raw("</summary>\n<ul>\n");
    for (const std::string& title : guide.clear_checks) out.element("li", "", title);
    out.raw("</ul></details>\n");
  }
  out.raw("</section>\n");
}

void write_open(HtmlWriter& out, const ComposedGuide& guide) {
  if (guide.open.empty() && guide.open_checks.empty()) return;
  out.raw("<section aria-labelledby=\"open\">\n").heading(2, "Still open", "open");
  for (const ComposedOpen& open : guide.open) write_question(out, open);
  for (const ComposedOpenCheck& checks : guide.open_checks) write_open_checks(out, checks);
  out.raw("</section>\n");
}

}  // namespace tsg
