// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <map>
#include <string>

#include "engine/composer/leaves.h"
#include "engine/composer/path.h"
#include "engine/diagnostics/rendering_codes.h"

namespace tsg {

namespace {

const Document* document_of(const Pack& pack, const std::string& guide, const Target& target) {
  if (target.kind == TargetKind::Article) return pack.article(target.id);
  const Guide* found = pack.guide(guide);
  return found == nullptr ? nullptr : pack.document_of(*found, target);
}

// What must be equal for two outcomes to be told as one.
std::string signature(const ReachedOutcome& outcome, const ComposedWhy& why) {
  std::string text = outcome.guide + '\0' + to_text(outcome.target) + '\0' + why.question + '\0' + why.answer;
  for (const std::string& step : outcome.open_steps) text += '\0' + step;
  return text + (outcome.provisional ? "\x01?" : "");
}

struct Group {
  const ReachedOutcome* first = nullptr;
  ComposedWhy why = {};
  std::vector<std::string> subjects = {};
  std::vector<FilledArticle> parts = {};
};

void join(Group& group, const ReachedOutcome& outcome) {
  if (!outcome.subject.empty()) group.subjects.push_back(outcome.subject);
  for (const FilledArticle& part : outcome.parts) {
    group.parts.push_back(part);
    if (part.subject.empty()) group.parts.back().subject = outcome.subject;
  }
}

std::vector<Group> grouped(const Composing& composing) {
  std::vector<Group> groups;
  std::map<std::string, std::size_t> known;
  for (const ReachedOutcome& outcome : composing.resolution.outcomes) {
    ComposedWhy why = why_of(composing.resolution, outcome.visit, composing.wording);
    const auto [at, is_new] = known.emplace(signature(outcome, why), groups.size());
    if (is_new) groups.push_back({.first = &outcome, .why = std::move(why)});
    join(groups[at->second], outcome);
  }
  return groups;
}

// The guide in which the way to an outcome met a step: it may have come through several.
std::string guide_of_step(const Resolution& resolution, const ReachedOutcome& outcome,
                          const std::string& step) {
  std::size_t at = outcome.visit;
  while (at < resolution.visits.size()) {
    const Visit& visit = resolution.visits[at];
    if (visit.step == step) return visit.guide;
    if (visit.parent >= at) break;
    at = visit.parent;
  }
  return outcome.guide;
}

ComposedOutcome compose_group(const Composing& composing, Group& group) {
  const ReachedOutcome& first = *group.first;
  ComposedOutcome outcome = {.target = to_text(first.target),
                             .subjects = std::move(group.subjects),
                             .why = std::move(group.why),
                             .provisional = first.provisional};
  for (const std::string& step : first.open_steps) {
    const std::string guide = guide_of_step(composing.resolution, first, step);
    outcome.waits_for.push_back(composing.wording.question(guide, step));
  }
  outcome.article = compose_target(composing, first.guide, first.target, first.title, group.parts);
  outcome.title = outcome.article.title;
  return outcome;
}

}  // namespace

ComposedArticle compose_target(const Composing& composing, const std::string& guide, const Target& target,
                               const std::string& title, const std::vector<FilledArticle>& parts) {
  if (const Document* document = document_of(composing.pack, guide, target)) {
    ComposedArticle article = compose_article(*document, parts, composing.options, composing.diagnostics);
    const bool untitled = document->article.title().empty() && !title.empty();
    if (untitled) article.title = title;
    return article;
  }
  composing.diagnostics.push_back(make_diagnostic(
      codes::missing_document, {},
      fmt::format("guide `{}` ends in `{}`, which this pack does not have", guide, to_text(target)),
      "render with the pack that the resolution was made with, or resolve again"));
  return {.state = ArticleState::Missing,
          .id = to_text(target),
          .title = title.empty() ? to_text(target) : title};
}

std::vector<ComposedOutcome> compose_outcomes(const Composing& composing) {
  std::vector<ComposedOutcome> outcomes;
  for (Group& group : grouped(composing)) outcomes.push_back(compose_group(composing, group));
  return outcomes;
}

}  // namespace tsg
