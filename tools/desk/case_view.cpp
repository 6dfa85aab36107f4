// SPDX-License-Identifier: MIT
#include "tools/desk/case_view.h"

#include "engine/composer/compose.h"
#include "engine/composer/wording.h"
#include "renderers/html_article.h"
#include "renderers/html_fragment.h"
#include "renderers/markdown.h"
#include "renderers/terminal.h"

namespace tsg {

namespace {

NotedAnswer noted(const CaseView& view, const std::string& step, const std::string& subject,
                  const std::string& option) {
  const Wording wording(*view.pack);
  const Visit* visit = find_visit(view.walk.resolution, step, subject);
  const std::string& guide = visit == nullptr ? view.head.guide : visit->guide;
  return {.question = wording.question(guide, step),
          .subject = subject,
          .answer = option.empty() ? "" : wording.answer(guide, step, option)};
}

std::string article_text(const ComposedArticle& article, NotesFormat format) {
  switch (format) {
    case NotesFormat::Markdown:
      return render_markdown(article);
    case NotesFormat::Html:
      return "<h1>" + article_heading_html(article) + "</h1>\n" + render_html_fragment(article);
    case NotesFormat::Text:
      return render_terminal(article);
  }
  return {};
}

}  // namespace

Resolution whole_resolution(const CaseView& view) {
  Resolution whole = view.walk.resolution;
  if (view.sweep == nullptr) return whole;
  const Resolution& swept = view.sweep->resolution();
  whole.checks = swept.checks;
  whole.errors.insert(whole.errors.end(), swept.errors.begin(), swept.errors.end());
  whole.warnings.insert(whole.warnings.end(), swept.warnings.begin(), swept.warnings.end());
  return whole;
}

ComposedGuide whole_guide(const CaseView& view, Audience audience) {
  return compose(whole_resolution(view), *view.pack, {.audience = audience});
}

SessionSummary summary_of(const WalkView& walk) {
  SessionSummary summary;
  summary.state = walk.question ? SessionState::Open : SessionState::Ended;
  for (const ReachedOutcome& outcome : walk.resolution.outcomes)
    summary.outcomes.push_back(to_text(outcome.target));
  for (const OpenQuestion& open : walk.resolution.open)
    summary.open_steps.push_back(open.subject.empty() ? open.step : open.step + "[" + open.subject + "]");
  return summary;
}

std::vector<NotedAnswer> noted_unknown(const CaseView& view) {
  std::vector<NotedAnswer> answers;
  for (const SetAsideStep& each : view.state.set_aside)
    answers.push_back(noted(view, each.step, each.subject, ""));
  return answers;
}

std::vector<NotedAnswer> noted_dropped(const CaseView& view) {
  std::vector<NotedAnswer> answers;
  for (const GivenAnswer& each : view.walk.dropped)
    answers.push_back(noted(view, each.step, each.subject, each.option));
  return answers;
}

CaseNotes notes_of(const CaseView& view, Audience audience) {
  return {.guide = whole_guide(view, audience),
          .unknown = noted_unknown(view),
          .dropped = noted_dropped(view),
          .remarks = view.state.remarks};
}

std::string customer_message(const CaseView& view, NotesFormat format) {
  const ComposedGuide guide = whole_guide(view, Audience::Customer);
  std::string message;
  for (const ComposedOutcome& outcome : guide.outcomes) {
    if (!message.empty()) message += '\n';
    message += article_text(outcome.article, format);
  }
  for (const ComposedCheck& check : guide.checks) {
    if (!message.empty()) message += '\n';
    message += article_text(check.article, format);
  }
  return message;
}

}  // namespace tsg
