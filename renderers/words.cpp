// SPDX-License-Identifier: MIT
#include "renderers/words.h"
#include "renderers/slot_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace tsg {

StateWords words_of(StepState state) {
  switch (state) {
    case StepState::Answered:
      return {"✓", "Answered"};
    case StepState::Open:
      return {"?", "Open"};
    case StepState::NotApplicable:
      return {"–", "Does not apply"};
    case StepState::Forked:
      return {"≻", "For each"};
    case StepState::NoSubjects:
      return {"–", "Nothing to look at"};
    case StepState::Broken:
      return {"✗", "Could not be decided"};
  }
  return {};
}

StateWords words_of_outcome(const ComposedOutcome& outcome) {
  return outcome.provisional ? provisional_words : StateWords{"●", "Found"};
}

std::string_view result_title(const ComposedGuide& guide) {
  switch (guide.conclusion) {
    case Conclusion::Found:
    case Conclusion::Provisional:
      return "Result";
    case Conclusion::Open:
    case Conclusion::Broken:
      return "No result yet";
    case Conclusion::Nothing:
      return "Nothing found";
  }
  return {};
}

std::string heading_of(const ComposedOpenCheck& check) {
  return check.titles.size() == 1 ? check.titles.front() : counted(check.titles.size(), "check", "checks");
}

std::string result_sentence(const ComposedGuide& guide) {
  std::size_t open = guide.open.size();
  for (const ComposedOpenCheck& each : guide.open_checks) open += each.titles.size();
  const std::string questions = counted(open, "question is", "questions are");
  switch (guide.conclusion) {
    case Conclusion::Found: {
      const std::size_t found = guide.outcomes.size() + guide.checks.size();
      const std::string results = counted(found, "result", "results");
      return open == 0 ? results + "." : fmt::format("{}; {} still open.", results, questions);
    }
    case Conclusion::Provisional:
      return fmt::format("Provisional: {} still open, and the answers may change what is said here.",
                         questions);
    case Conclusion::Open:
      return fmt::format("{} open. Answering leads on.", questions);
    case Conclusion::Broken:
      return "A rule broke before an outcome was reached.";
    case Conclusion::Nothing:
      return "Everything that was looked at is in order.";
  }
  return {};
}

std::string provenance(const ComposedGuide& guide) {
  std::string text = "Guide " + guide.id;
  if (!guide.version.empty()) text += ", version " + guide.version;
  if (!guide.reviewed.empty()) text += ", reviewed " + guide.reviewed;
  if (!guide.now.empty()) text += "; facts as of " + guide.now;
  return text;
}

std::string answered_by(const ComposedStep& step) {
  switch (step.answered_by) {
    case AnsweredBy::Nobody:
      return {};
    case AnsweredBy::Agent:
      return "answered by hand";
    case AnsweredBy::Rule:
      break;
  }
  if (step.rule.empty()) return "found from the facts";
  return step.rule_place.empty() ? "rule " + step.rule
                                 : fmt::format("rule {}, {}", step.rule, step.rule_place);
}

std::string override_note(const ComposedStep& step) {
  std::string note;
  if (!step.overruled.empty()) note = fmt::format("Overrides the rule, which said: {}.", step.overruled);
  if (!step.reason.empty()) note += fmt::format("{}Reason: {}", note.empty() ? "" : " ", step.reason);
  return note;
}

std::string need_detail(const ComposedNeed& need) {
  if (need.expected.empty() && need.found.empty()) return {};
  if (need.expected.empty()) return "found " + need.found;
  if (need.found.empty()) return "expected " + need.expected;
  return fmt::format("expected {}, found {}", need.expected, need.found);
}

std::string waits_note(const ComposedOutcome& outcome) {
  if (!outcome.provisional) return {};
  if (outcome.waits_for.empty()) return "Provisional: a question above it is still open.";
  return fmt::format("Provisional until this is answered: {}", fmt::join(outcome.waits_for, "; "));
}

std::string article_note(const ComposedArticle& article) {
  switch (article.state) {
    case ArticleState::Shown:
      return {};
    case ArticleState::Missing:
      return fmt::format("The article {} is not in this pack: it was renamed or removed.", article.id);
    case ArticleState::Refused:
      return "This part cannot be shown: values for it are missing.";
  }
  return {};
}

std::string names(const std::vector<std::string>& subjects, std::size_t most) {
  const std::size_t shown = std::min(subjects.size(), most);
  const auto end = subjects.begin() + static_cast<std::ptrdiff_t>(shown);
  std::string text = fmt::format("{}", fmt::join(subjects.begin(), end, ", "));
  if (shown < subjects.size()) text += fmt::format(" and {} more", subjects.size() - shown);
  return text;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string origin_of(const FilledValue& value) {
  switch (value.origin) {
    case ValueOrigin::Finding:
      return value.from.empty() ? "a finding" : "finding of rule " + value.from;
    case ValueOrigin::Verdict:
      return value.from.empty() ? "a verdict" : "rule " + value.from;
    case ValueOrigin::Input:
      return value.from.empty() ? "given by hand" : "given by hand at step " + value.from;
    case ValueOrigin::Fact:
      return value.from.empty() ? "a fact" : "fact " + value.from;
    case ValueOrigin::Default:
      return "the author's default: no value was found";
  }
  return {};
}

namespace {

void add_distinct(std::vector<FilledValue>& values, std::set<std::string>& known,
                  const ComposedArticle& article) {
  for (const ComposedPart& part : article.parts) {
    for (const FilledValue& value : part.filled.values) {
      const std::string key =
          fmt::format("{}\n{}\n{}", value.placeholder, shown_text(value.value), origin_of(value));
      if (known.insert(key).second) values.push_back(value);
    }
  }
}

}  // namespace

std::vector<FilledValue> distinct_values(const ComposedArticle& article) {
  std::vector<FilledValue> values;
  std::set<std::string> known;
  add_distinct(values, known, article);
  return values;
}

std::vector<FilledValue> distinct_values(const ComposedGuide& guide) {
  std::vector<FilledValue> values;
  std::set<std::string> known;
  if (guide.audience == Audience::Customer) return values;
  for (const ComposedOutcome& outcome : guide.outcomes) add_distinct(values, known, outcome.article);
  for (const ComposedCheck& check : guide.checks) add_distinct(values, known, check.article);
  return values;
}

bool heading_varies(const ComposedArticle& article) {
  const Segments& segments = article.heading.html.empty() ? article.heading.markdown : article.heading.html;
  const auto is_slot = [](const Segment& segment) { return segment.kind == SegmentKind::Slot; };
  return std::any_of(segments.begin(), segments.end(), is_slot);
}

bool has_heading(const ComposedArticle& article) {
  return !article.heading.html.empty() || !article.heading.markdown.empty() ||
         !article.heading.blocks.empty();
}

}  // namespace tsg
