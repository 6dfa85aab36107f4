// SPDX-License-Identifier: MIT
#include "tools/serve/case_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/composer/evidence_digest.h"
#include "engine/composer/wording.h"
#include "engine/evaluator/input_value.h"
#include "renderers/escape_url.h"
#include "renderers/html_fragment.h"
#include "renderers/html_writer.h"
#include "renderers/words.h"
#include "tools/serve/check_findings.h"
#include "tools/serve/step_article.h"

namespace tsg {

namespace {

std::string query_part(std::string_view name, std::string_view value) {
  std::string part;
  append_url_query(part, name);
  part += '=';
  append_url_query(part, value);
  return part;
}

// What a permalink says of answers, sorted by step: "scope=yes", "tls-error[10.0.0.4]=none".
std::vector<std::pair<std::string, std::string>> link_answers(const CaseView& view) {
  std::map<std::string, std::string> answers;
  for (const GivenAnswer& answer : view.state.answers.answers) {
    if (!answer.subject.empty()) continue;  // a subject is a fact, and facts stand in no address
    const bool dropped =
        std::find(view.walk.dropped.begin(), view.walk.dropped.end(), answer) != view.walk.dropped.end();
    if (!dropped) answers[answer.step] = answer.option;
  }
  return {answers.begin(), answers.end()};
}

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

class CaseWriter {
 public:
  CaseWriter(const CaseView& view, const CasePage& page) : view_(view), page_(page), guide_(view.walk.guide) {
    digest_evidence(guide_);
    focus_ = page.focus.step.empty() ? open_focus(view) : page.focus;
    step_ = focus_.step.empty() ? nullptr : step_of(view, focus_);
  }

  PageValues write() {
    write_common();
    write_answers();
    if (step_ == nullptr) {
      write_end();
      return {"end.html", TemplateValue::record().set("page", std::move(values_))};
    }
    write_question();
    return {"question.html", TemplateValue::record().set("page", std::move(values_))};
  }

 private:
  bool kept() const { return !view_.head.id.empty(); }

  std::string address(const WalkFocus& focus) const {
    return kept() ? case_address(view_, focus) : permalink(view_, focus);
  }

  void write_common() {
    values_.set("kind", "case").set("id", view_.head.id).set("seen", view_.head.events);
    values_.set("guide", view_.head.guide).set("guide_title", guide_.title).set("label", view_.head.label);
    values_.set("csrf", page_.csrf).set("notice", view_.notice);
    values_.set("status", page_.status);
    values_.set("error", page_.error).set("error_help", page_.error_help);
    values_.set("error_at", page_.error_at.empty() ? "choices" : page_.error_at);
    values_.set("permalink", permalink(view_, focus_));
    values_.set("errors", texts(guide_.errors)).set("warnings", texts(guide_.warnings));
    values_.set("folders", texts(page_.folders)).set("remarks", texts(view_.state.remarks));
    const WalkFocus before = focus_before(view_, focus_);
    if (!before.step.empty()) values_.set("back", address(before));
    write_rating();
  }

  void write_rating() {
    const std::vector<ReachedOutcome>& outcomes = view_.walk.resolution.outcomes;
    if (step_ != nullptr) {
      values_.set("rated", focus_.step).set("rate_question", "Is this question of use?");
    } else if (!outcomes.empty()) {
      values_.set("rated", to_text(outcomes.front().target)).set("rate_question", "Did this solve it?");
    }
  }

  static TemplateValue texts(const std::vector<std::string>& all) {
    TemplateValue list = TemplateValue::list();
    for (const std::string& each : all) list.add(each);
    return list;
  }

  // ---- Your answers

  void write_answers() {
    TemplateValue branches = TemplateValue::list();
    for (const ComposedBranch& branch : guide_.path) {
      TemplateValue rows = TemplateValue::list();
      bool any = false;
      for (const ComposedStep& step : branch.steps) {
        if (is_asked(step, branch)) continue;
        rows.add(row_of(step, branch));
        any = true;
      }
      if (!any) continue;
      branches.add(
          TemplateValue::record().set("subjects", names(branch.subjects)).set("rows", std::move(rows)));
    }
    values_.set("branches", std::move(branches)).set("can_undo", kept() && view_.state.has_answers());
    TemplateValue dropped = TemplateValue::list();
    for (const NotedAnswer& each : noted_dropped(view_)) dropped.add(noted_of(each));
    values_.set("dropped", std::move(dropped));
  }

  // The question that the page is about is no answer so far.
  bool is_asked(const ComposedStep& step, const ComposedBranch& branch) const {
    if (step.state != StepState::Open || step.id != focus_.step) return false;
    return focus_.subject.empty() ||
           std::find(branch.subjects.begin(), branch.subjects.end(), focus_.subject) != branch.subjects.end();
  }

  static TemplateValue noted_of(const NotedAnswer& each) {
    return TemplateValue::record()
        .set("question", each.question)
        .set("subject", each.subject)
        .set("answer", each.answer);
  }

  TemplateValue row_of(const ComposedStep& step, const ComposedBranch& branch) {
    const StateWords state = words_of(step.state);
    const bool by_agent = step.answered_by == AnsweredBy::Agent;
    const bool forked = step.state == StepState::Forked;
    TemplateValue row = TemplateValue::record();
    row.set("anchor", std::to_string(++rows_)).set("question", step.question).set("answer", step.answer);
    row.set("icon", state.icon)
        .set("class", class_of(step.state))
        .set("by", by_agent ? "by-agent" : "by-rule");
    row.set("answered", step.state == StepState::Answered);
    row.set("word", forked ? "For each: " + names(step.subjects) : std::string(state.word));
    row.set("provisional", step.provisional).set("overridden", override_note(step));
    row.set("message", step.message)
        .set("rule", by_agent && step.evidence.empty() ? std::string() : rule_of(step));
    row.set("found_by", by_agent                        ? "What the facts say"
                        : step.state == StepState::Open ? "What is missing"
                                                        : "From the facts");
    TemplateValue evidence = TemplateValue::list();
    for (const ComposedEvidence& fact : step.evidence) {
      evidence.add(TemplateValue::record()
                       .set("path", fact.subject.empty() ? fact.path : fact.subject + ": " + fact.path)
                       .set("value", fact.value)
                       .set("gathered_at", fact.gathered_at));
    }
    row.set("evidence", std::move(evidence));
    if (step.evidence_left_out > 0)
      row.set("left_out", counted(step.evidence_left_out, "more fact", "more facts"));
    if (!forked && step.state != StepState::NoSubjects) row.set("change", change_of(step, branch));
    return row;
  }

  static std::string rule_of(const ComposedStep& step) {
    return step.rule_place.empty() ? step.rule : step.rule_place;
  }

  std::string change_of(const ComposedStep& step, const ComposedBranch& branch) const {
    return address({step.id, branch.subjects.empty() ? std::string() : branch.subjects.front()});
  }

  // ---- A question

  void write_question() {
    values_.set("title", step_->question).set("question", step_->question).set("step", focus_.step);
    values_.set("subject", focus_.subject);
    values_.set("method", kept() ? "post" : "get");
    values_.set("field", kept() ? "option" : focus_.step);
    values_.set("action", kept() ? "/cases/" + view_.head.id + "/answer"
                                 : fmt::format("/guides/{}/{}", view_.head.guide, focus_.step));
    if (!kept()) write_given();
    if (wants_values(view_, focus_)) {
      write_values();
    } else {
      write_choices();
    }
    values_.set("how", TrustedHtml{step_article_html(*view_.pack, *step_)});
    values_.set("why", TrustedHtml{why()});
    write_leaves();
  }

  // A page without a case carries its answers along in the address.
  void write_given() {
    TemplateValue given = TemplateValue::list();
    for (const auto& [step, option] : link_answers(view_)) {
      if (step == focus_.step) continue;
      given.add(TemplateValue::record().set("name", step).set("value", option));
    }
    given.add(TemplateValue::record().set("name", "v").set("value", view_.head.digest));
    values_.set("given", std::move(given));
  }

  void write_values() {
    const OpenQuestion& open = *open_at(view_, focus_);
    const Visit& visit = *find_visit(view_.walk.resolution, focus_.step, focus_.subject);
    values_.set("answered", wording_of(step_->options, visit.option));
    TemplateValue values = TemplateValue::list();
    for (const std::string& name : open.inputs) {
      const auto input = std::find_if(step_->inputs.begin(), step_->inputs.end(),
                                      [&name](const Input& each) { return each.name == name; });
      values.add(TemplateValue::record()
                     .set("name", name)
                     .set("expected", input == step_->inputs.end() ? "a text" : expectation(*input)));
    }
    values_.set("values", std::move(values));
    if (page_.error_at.empty() && !open.inputs.empty())
      values_.set("error_at", "value-" + open.inputs.front());
  }

  void write_choices() {
    const Visit* visit = find_visit(view_.walk.resolution, focus_.step, focus_.subject);
    const std::string chosen =
        !page_.chosen.empty() || visit == nullptr ? page_.chosen : std::string(visit->option);
    TemplateValue choices = TemplateValue::list();
    for (const Option& option : step_->options) {
      choices.add(TemplateValue::record()
                      .set("id", option.id)
                      .set("wording", option.wording)
                      .set("chosen", option.id == chosen));
    }
    values_.set("chosen_unknown", page_.chosen == "_unknown");
    values_.set("choices", std::move(choices)).set("reason", page_.reason);
    if (visit != nullptr && visit->verdict && visit->verdict->kind == VerdictKind::Answer)
      values_.set("ruled", wording_of(step_->options, visit->verdict->option));
    if (const ComposedOpen* open = composed_at(view_, focus_); open != nullptr && open->subjects.size() > 1)
      values_.set("several", names(open->subjects));
  }

  std::string why() const {
    const ComposedOpen* open = composed_at(view_, focus_);
    HtmlWriter out;
    if (open == nullptr) {
      out.element("p", "", "This step is answered; it is shown so that its answer can be changed.");
      return out.take();
    }
    if (!open->reached_by.answer.empty()) {
      out.raw("<p>Asked because: <q>").text(open->reached_by.question).raw("</q> <strong>");
      out.text(open->reached_by.answer).raw("</strong></p>\n");
    } else {
      out.element("p", "", "This is the first question of the guide.");
    }
    out.needs(open->needs, "The facts do not tell, because these are missing:");
    out.needs(open->any_of, open->needs.empty() ? "The facts do not tell, because one of these is missing:"
                                                : "And one of these:");
    if (open->leads.empty()) return out.take();
    out.raw("<p>Where each answer leads:</p>\n<dl class=\"leads\">\n");
    for (const ComposedLead& lead : open->leads) {
      out.raw("<div><dt>").text(lead.wording).raw("</dt><dd>");
      out.text(lead.leads_to.empty() ? "not known" : lead.leads_to).raw("</dd></div>\n");
    }
    out.raw("</dl>\n");
    return out.take();
  }

  void write_leaves() {
    TemplateValue leaves = TemplateValue::list();
    for (const ComposedOutcome& outcome : guide_.outcomes) {
      const StateWords words = words_of_outcome(outcome);
      leaves.add(TemplateValue::record()
                     .set("class", outcome.provisional ? "provisional" : "found")
                     .set("icon", words.icon)
                     .set("word", words.word)
                     .set("title", outcome.title)
                     .set("subjects", names(outcome.subjects)));
    }
    values_.set("leaves", std::move(leaves));
  }

  // ---- The end

  void write_end() {
    const bool one = guide_.outcomes.size() == 1;
    values_.set("title", one ? guide_.outcomes.front().title : std::string(result_title(guide_)));
    ComposedGuide whole = whole_guide(view_, Audience::Agent);
    digest_evidence(whole);
    values_.set("errors", texts(whole.errors)).set("warnings", texts(whole.warnings));
    ComposedGuide shown = whole;
    shown.path.clear();
    shown.checks.clear();
    shown.open_checks.clear();
    shown.clear_checks.clear();
    shown.summary = {};
    shown.errors.clear();
    shown.warnings.clear();
    shown.replaced_by.clear();
    values_.set("one", one).set("result", TrustedHtml{render_html_fragment(shown)});
    values_.set("findings", TrustedHtml{check_findings_html(whole)});
    if (!kept()) return;
    values_.set("message", customer_message(view_, NotesFormat::Text));
    const std::vector<NotedAnswer> noted = noted_unknown(view_);
    TemplateValue unknown = TemplateValue::list();
    for (std::size_t i = 0; i < noted.size(); ++i) {
      const SetAsideStep& aside = view_.state.set_aside[i];
      TemplateValue row = noted_of(noted[i]);
      if (find_visit(view_.walk.resolution, aside.step, aside.subject) != nullptr)
        row.set("address", address({aside.step, aside.subject}));
      unknown.add(std::move(row));
    }
    values_.set("unknown", std::move(unknown));
  }

  const CaseView& view_;
  const CasePage& page_;
  ComposedGuide guide_;  // its evidence shortened: the notes have all of it
  WalkFocus focus_ = {};
  const Step* step_ = nullptr;
  std::size_t rows_ = 0;
  TemplateValue values_ = TemplateValue::record();
};

}  // namespace

std::string permalink(const CaseView& view, const WalkFocus& focus) {
  std::string address = "/guides/" + view.head.guide;
  const Guide* guide = view.pack->guide(view.head.guide);
  const std::string step = focus.step.empty() ? guide->start : focus.step;
  address += "/" + step + "?";
  for (const auto& [name, option] : link_answers(view)) address += query_part(name, option) + "&";
  return address + query_part("v", guide->digest);
}

WalkFocus focus_of_address(const CaseView& view, std::string_view step, std::size_t nth) {
  WalkFocus focus = {std::string(step), {}};
  std::size_t place = 0;
  for (const Visit& visit : view.walk.resolution.visits) {
    if (visit.step != step || visit.subject.empty()) continue;
    if (++place == std::max<std::size_t>(nth, 1)) focus.subject = visit.subject;
  }
  return find_visit(view.walk.resolution, step, focus.subject) == nullptr ? WalkFocus() : focus;
}

std::string case_address(const CaseView& view, const WalkFocus& focus) {
  std::string address = "/cases/" + view.head.id;
  if (focus.step.empty()) return address;
  address += "?" + query_part("step", focus.step);
  // A subject is a fact, and facts stand in no address: it is named by its place among the step's subjects.
  std::size_t place = 0;
  for (const Visit& visit : view.walk.resolution.visits) {
    if (visit.step != focus.step || visit.subject.empty()) continue;
    ++place;
    if (visit.subject == focus.subject) return address + fmt::format("&nth={}", place);
  }
  return address;
}

PageValues case_values(const CaseView& view, const CasePage& page) {
  return CaseWriter(view, page).write();
}

}  // namespace tsg
