// SPDX-License-Identifier: MIT
#include <map>
#include <string>

#include "engine/composer/leaves.h"
#include "engine/composer/path.h"
#include "engine/composer/withholding.h"

namespace tsg {

namespace {

std::string signature(const ComposedOpen& open) {
  std::string text =
      open.guide + '\0' + open.step + '\0' + open.reached_by.question + '\0' + open.reached_by.answer;
  for (const std::vector<ComposedNeed>* needs : {&open.needs, &open.any_of}) {
    text += '\1';
    for (const ComposedNeed& need : *needs) text += '\0' + need.path + '\0' + need.found;
  }
  for (const std::string& input : open.inputs) text += '\2' + input;
  return text;
}

std::vector<ComposedLead> leads_of(const OpenQuestion& open, const Composing& composing) {
  const Guide* guide = composing.pack.guide(open.guide);
  const Step* step = guide == nullptr ? nullptr : guide->step(open.step);
  std::vector<ComposedLead> leads;
  for (const Option& option : open.options) {
    const Edge* edge = step == nullptr ? nullptr : step->edge(option.id);
    leads.push_back(
        {.option = option.id,
         .wording = wording_of(open.options, option.id),
         .leads_to = edge == nullptr ? "" : composing.wording.destination(open.guide, edge->target)});
  }
  return leads;
}

std::size_t parent_of(const Resolution& resolution, std::size_t visit) {
  return visit < resolution.visits.size() ? resolution.visits[visit].parent : no_visit;
}

ComposedOpen compose_one(const OpenQuestion& open, const Composing& composing) {
  const Audience audience = composing.options.audience;
  const Wording& wording = composing.wording;
  return {.guide = open.guide,
          .step = open.step,
          .title = open.title.empty() ? wording.title(open.guide, open.step) : open.title,
          .question = open.question.empty() ? wording.question(open.guide, open.step) : open.question,
          .answer = why_of(composing.resolution, open.visit, wording).answer,
          .reached_by = why_of(composing.resolution, parent_of(composing.resolution, open.visit), wording),
          .leads = leads_of(open, composing),
          .needs = visible_needs(open.needs, composing.pack, open.guide, audience),
          .any_of = visible_needs(open.any_of, composing.pack, open.guide, audience),
          .inputs = open.inputs};
}

}  // namespace

std::vector<ComposedOpen> compose_open(const Composing& composing) {
  std::vector<ComposedOpen> all;
  std::map<std::string, std::size_t> known;
  for (const OpenQuestion& question : composing.resolution.open) {
    ComposedOpen open = compose_one(question, composing);
    const auto [at, is_new] = known.emplace(signature(open), all.size());
    if (is_new) all.push_back(std::move(open));
    if (!question.subject.empty()) all[at->second].subjects.push_back(question.subject);
  }
  return all;
}

}  // namespace tsg
