// SPDX-License-Identifier: MIT
#include "engine/composer/wording.h"

#include "engine/text/ascii.h"

namespace tsg {

namespace {

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string spaced(std::string_view id) {
  std::string words(id);
  for (char& c : words) {
    if (c == '-') c = ' ';
  }
  return words;
}

}  // namespace

std::string words_of_id(std::string_view id) {
  return capitalised(spaced(id));
}

std::string wording_of(const std::vector<Option>& options, std::string_view option) {
  for (const Option& each : options) {
    const bool worded = each.id == option && !each.wording.empty() && each.wording != spaced(option);
    if (worded) return each.wording;
  }
  return words_of_id(option);
}

const Step* Wording::step_of(std::string_view guide, std::string_view step) const {
  const Guide* found = pack_.guide(guide);
  return found == nullptr ? nullptr : found->step(step);
}

std::string Wording::title(std::string_view guide, std::string_view step) const {
  const Step* found = step_of(guide, step);
  return found == nullptr || found->title.empty() ? words_of_id(step) : found->title;
}

std::string Wording::question(std::string_view guide, std::string_view step) const {
  const Step* found = step_of(guide, step);
  return found == nullptr || found->question.empty() ? title(guide, step) : found->question;
}

std::string Wording::answer(std::string_view guide, std::string_view step, std::string_view option) const {
  const Step* found = step_of(guide, step);
  return found == nullptr ? words_of_id(option) : wording_of(found->options, option);
}

std::string Wording::destination(std::string_view guide, const Target& target) const {
  const Guide* from = pack_.guide(guide);
  switch (target.kind) {
    case TargetKind::Step:
      return question(guide, target.id);
    case TargetKind::Outcome:
    case TargetKind::Article: {
      const Document* document = from == nullptr ? nullptr : pack_.document_of(*from, target);
      return document == nullptr ? words_of_id(target.id) : document->article.title();
    }
    case TargetKind::Guide: {
      const Guide* to = pack_.guide(target.id);
      return to == nullptr || to->title.empty() ? words_of_id(target.id) : to->title;
    }
  }
  return {};
}

}  // namespace tsg
