// SPDX-License-Identifier: MIT
#include "renderers/help_api/visit_step.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/composer/compose.h"
#include "engine/composer/step.h"
#include "engine/composer/withholding.h"
#include "renderers/help_api/help_step_id.h"
#include "renderers/help_api/help_words.h"
#include "renderers/help_api/missing_inputs.h"
#include "renderers/help_api/step_inputs.h"
#include "renderers/html_article.h"
#include "renderers/words.h"

namespace tsg {

namespace {

void write_if_any(JsonWriter& json, std::string_view name, std::string_view text) {
  if (!text.empty()) json.member(name, text);
}

class VisitStep {
 public:
  VisitStep(const Resolution& resolution, std::size_t visit, const Pack& pack, Audience audience)
      : resolution_(resolution),
        visit_(resolution.visits[visit]),
        pack_(pack),
        audience_(audience),
        step_(step_in(pack, visit_)),
        composed_(compose_step(visit_, Wording(pack), audience)),
        open_(open_at(resolution, visit)) {}

  HelpStep make() {
    made_.id = to_text(HelpStepId{visit_.guide == resolution_.guide ? std::string() : visit_.guide,
                                  visit_.step, visit_.subject});
    made_.title = composed_.title;
    made_.description = composed_.question;
    made_.is_last_step = false;
    set_missing();
    set_content();
    if (open_ != nullptr) add_values();
    set_status();
    made_.extras = {{own_extra, own_members()}};
    return std::move(made_);
  }

 private:
  static const Step* step_in(const Pack& pack, const Visit& visit) {
    const Guide* guide = pack.guide(visit.guide);
    return guide == nullptr ? nullptr : guide->step(visit.step);
  }

  static const OpenQuestion* open_at(const Resolution& resolution, std::size_t visit) {
    const auto found = std::find_if(resolution.open.begin(), resolution.open.end(),
                                    [visit](const OpenQuestion& each) { return each.visit == visit; });
    return found == resolution.open.end() ? nullptr : &*found;
  }

  void set_missing() {
    if (open_ == nullptr) return;
    missing_ = {.needs = visible_needs(open_->needs, pack_, open_->guide, audience_),
                .any_of = visible_needs(open_->any_of, pack_, open_->guide, audience_)};
    made_.error = missing_inputs_error(missing_);
  }

  bool by_agent() const {
    return composed_.state == StepState::Answered && composed_.answered_by == AnsweredBy::Agent;
  }

  void set_content() {
    if (composed_.state == StepState::Open) return set_open();
    if (by_agent()) return set_decision();
    made_.type = help_words::automated_check;
    made_.automated_check_results = {.version = resolution_.guide_version,
                                     .status = std::string(words_of(composed_.state).word),
                                     .result = result_text(),
                                     .type = result_type()};
  }

  // In the guide's order; those of the question where the pack no longer has the step.
  std::vector<Option> options() const {
    if (step_ != nullptr) return step_->options;
    return open_ == nullptr ? std::vector<Option>() : open_->options;
  }

  void set_open() {
    const std::vector<Option> asked = options();
    made_.type = asked.empty() ? help_words::input : help_words::decision;
    made_.guidance = guidance();
    if (!asked.empty()) inputs().push_back(question_input(composed_.question, asked));
  }

  void set_decision() {
    made_.type = help_words::decision;
    HelpStepInput question = question_input(composed_.question, options());
    question.selected_option_value = composed_.answer;
    const bool overruled = !composed_.overruled.empty() && visit_.verdict->kind == VerdictKind::Answer;
    if (overruled) question.recommended_option = visit_.verdict->option;
    inputs().push_back(std::move(question));
  }

  void add_values() {
    for (const std::string& name : open_->inputs) inputs().push_back(value_input(step_, name));
  }

  // How the step's article says that the answer is found by hand.
  HelpText guidance() const {
    if (step_ == nullptr || step_->document >= pack_.documents.size()) return {};
    Diagnostics said_elsewhere;
    const ComposedArticle article =
        compose_article(pack_.documents[step_->document], {},
                        {.audience = audience_, .missing = MissingValue::Plain}, said_elsewhere);
    HtmlWriter html;
    write_article(html, article, {.level = 2});
    return html.take();
  }

  std::string result_text() const {
    if (!composed_.answer.empty()) return composed_.answer;
    if (composed_.state == StepState::Forked) return names(composed_.subjects);
    return composed_.message.empty() ? std::string(words_of(composed_.state).word) : composed_.message;
  }

  const char* result_type() const {
    switch (composed_.state) {
      case StepState::Broken:
        return help_words::error;
      case StepState::NotApplicable:
      case StepState::NoSubjects:
        return help_words::information;
      case StepState::Answered:
      case StepState::Forked:
      case StepState::Open:
        break;
    }
    const bool ends = visit_.target && (visit_.target->kind == TargetKind::Outcome ||
                                        visit_.target->kind == TargetKind::Article);
    return ends ? help_words::warning : help_words::success;
  }

  void set_status() {
    made_.execution_status_description = std::string(words_of(composed_.state).word);
    if (open_ != nullptr) {
      made_.execution_status = help_words::running;
    } else if (composed_.state == StepState::Broken) {
      made_.execution_status = help_words::failed;
    } else {
      made_.execution_status = visit_.provisional || composed_.state == StepState::Open ? help_words::warning
                                                                                        : help_words::success;
    }
  }

  std::string own_members() const {
    JsonWriter json;
    json.begin_object().member("guide", visit_.guide).member("step", visit_.step);
    write_if_any(json, "subject", visit_.subject);
    write_if_any(json, "option", visit_.option);
    if (visit_.provisional) json.member("provisional", true);
    write_if_any(json, "rule", composed_.rule);
    write_if_any(json, "rulePlace", composed_.rule_place);
    write_if_any(json, "overruled", composed_.overruled);
    write_if_any(json, "reason", composed_.reason);
    write_missing(json, missing_);
    write_evidence(json);
    json.end_object();
    return json.take();
  }

  void write_evidence(JsonWriter& json) const {
    if (composed_.evidence.empty()) return;
    json.key("evidence").begin_array();
    for (const ComposedEvidence& each : composed_.evidence) {
      json.begin_object().member("path", each.path).member("value", each.value);
      json.member("gatheredAt", each.gathered_at).end_object();
    }
    json.end_array();
  }

  std::vector<HelpStepInput>& inputs() { return made_.inputs ? *made_.inputs : made_.inputs.emplace(); }

  const Resolution& resolution_;
  const Visit& visit_;
  const Pack& pack_;
  Audience audience_;
  const Step* step_;
  ComposedStep composed_;
  const OpenQuestion* open_;
  MissingFacts missing_ = {};
  HelpStep made_ = {};
};

}  // namespace

HelpStep visit_step(const Resolution& resolution, std::size_t visit, const Pack& pack, Audience audience) {
  return VisitStep(resolution, visit, pack, audience).make();
}

}  // namespace tsg
