// SPDX-License-Identifier: MIT
#include "renderers/help_api/result_steps.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/composer/withholding.h"
#include "engine/composer/wording.h"
#include "renderers/help_api/help_names.h"
#include "renderers/help_api/help_words.h"
#include "renderers/help_api/missing_inputs.h"
#include "renderers/html_article.h"
#include "renderers/words.h"

namespace tsg {

namespace {

std::string html_of(const ComposedArticle& article) {
  HtmlWriter html;
  write_article(html, article, {.level = 2});
  return html.take();
}

// Why an article is not there; nothing when it is.
std::optional<HelpError> article_error(const ComposedArticle& article) {
  switch (article.state) {
    case ArticleState::Shown:
      return std::nullopt;
    case ArticleState::Missing:
      return HelpError{.code = help_words::not_found, .message = article_note(article), .target = article.id};
    case ArticleState::Refused:
      break;
  }
  HelpError error = {.code = help_words::missing_inputs,
                     .message = article_note(article),
                     .target = article.id,
                     .details = std::vector<HelpError>()};
  for (const std::string& name : article.unfilled)
    error.details->push_back(
        {.code = help_words::missing_inputs, .message = "No value is known.", .target = name});
  return error;
}

std::string own_members(const ComposedOutcome& outcome) {
  JsonWriter json;
  json.begin_object().member("target", outcome.target);
  write_texts(json, "subjects", outcome.subjects);
  if (outcome.provisional) {
    json.member("provisional", true);
    write_texts(json, "waitsFor", outcome.waits_for);
  }
  json.key("why").begin_object().member("question", outcome.why.question);
  json.member("answer", outcome.why.answer).end_object().end_object();
  return json.take();
}

HelpStep outcome_step(const ComposedOutcome& outcome) {
  const std::string subjects = fmt::format("{}", fmt::join(outcome.subjects, ", "));
  return {.id = subjects.empty() ? outcome.target : fmt::format("{}[{}]", outcome.target, subjects),
          .title = outcome.title,
          .description = html_of(outcome.article),
          .execution_status = outcome.provisional ? help_words::warning : help_words::success,
          .execution_status_description =
              outcome.provisional ? waits_note(outcome) : std::string(words_of_outcome(outcome).word),
          .type = help_words::solution,
          .is_last_step = !outcome.provisional,
          .error = article_error(outcome.article),
          .extras = {{own_extra, own_members(outcome)}}};
}

HelpStep insight_step(const ComposedCheck& check) {
  return {.id = "check:" + check.id,
          .title = check.title,
          .execution_status = help_words::success,
          .type = help_words::insight,
          .is_last_step = false,
          .insights = std::vector<HelpInsight>{check_insight(check)},
          .error = article_error(check.article)};
}

class Undecided {
 public:
  Undecided(const CheckResult& check, const std::string& guide, const Pack& pack, Audience audience)
      : check_(check),
        audience_(audience),
        missing_{visible_needs(check.verdict.needs, pack, guide, audience),
                 visible_needs(check.verdict.any_of, pack, guide, audience)} {}

  HelpStep step() const {
    const bool broken = check_.verdict.kind == VerdictKind::Error;
    const std::string word(words_of(broken ? StepState::Broken : StepState::Open).word);
    const bool told = audience_ == Audience::Agent && !check_.verdict.message.empty();
    return {.id = "check:" + check_.check,
            .title = check_.title.empty() ? words_of_id(check_.check) : check_.title,
            .execution_status = broken ? help_words::failed : help_words::warning,
            .execution_status_description = word,
            .type = help_words::automated_check,
            .is_last_step = false,
            .automated_check_results =
                HelpAutomatedCheck{.status = word,
                                   .result = told ? check_.verdict.message : word,
                                   .type = broken ? help_words::error : help_words::information},
            .error = missing_inputs_error(missing_),
            .extras = {{own_extra, own_members()}}};
  }

 private:
  std::string own_members() const {
    JsonWriter json;
    json.begin_object().member("check", check_.check);
    write_missing(json, missing_);
    json.end_object();
    return json.take();
  }

  const CheckResult& check_;
  Audience audience_;
  MissingFacts missing_;
};

}  // namespace

HelpInsight check_insight(const ComposedCheck& check) {
  return {.id = check.article.id,
          .title = check.title,
          .results = html_of(check.article),
          .importance_level = help_words::warning};
}

std::vector<HelpStep> outcome_steps(const ComposedGuide& composed) {
  std::vector<HelpStep> steps;
  for (const ComposedOutcome& each : composed.outcomes) steps.push_back(outcome_step(each));
  return steps;
}

std::vector<HelpStep> check_steps(const Resolution& resolution, const ComposedGuide& composed,
                                  const Pack& pack) {
  std::vector<HelpStep> steps;
  for (const ComposedCheck& each : composed.checks) steps.push_back(insight_step(each));
  for (const CheckResult& each : resolution.checks) {
    const bool undecided =
        each.verdict.kind == VerdictKind::Unknown || each.verdict.kind == VerdictKind::Error;
    if (undecided) steps.push_back(Undecided(each, resolution.guide, pack, composed.audience).step());
  }
  return steps;
}

}  // namespace tsg
