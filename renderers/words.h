// SPDX-License-Identifier: MIT
// The renderers' own words: the same in every format.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/composer/composed.h"

namespace tsg {

// An icon of one column and the word beside it; no state is told by one of them alone.
struct StateWords {
  std::string_view icon = {};
  std::string_view word = {};
};

StateWords words_of(StepState state);
StateWords words_of_outcome(const ComposedOutcome& outcome);
inline constexpr StateWords provisional_words = {"~", "Provisional"};

// The title of a check that is not decided, or how many there are.
std::string heading_of(const ComposedOpenCheck& check);

// The heading and the first sentence of the result.
std::string_view result_title(const ComposedGuide& guide);
std::string result_sentence(const ComposedGuide& guide);

// "guide application-gateway-502, version 1.0.0; facts as of 2026-11-20T12:00:00Z"
std::string provenance(const ComposedGuide& guide);

// Who answered: "rule application-gateway/scope, rules/application-gateway/scope.lua:12".
std::string answered_by(const ComposedStep& step);
// What an agent's override replaced: "The rule said: No. Reason: restarted since".
std::string override_note(const ComposedStep& step);

// "expected a string, found nothing"; empty when neither is known.
std::string need_detail(const ComposedNeed& need);

// "for Q before an answer": "Provisional until this is answered: A; B".
std::string waits_note(const ComposedOutcome& outcome);

// Why an article is not there.
std::string article_note(const ComposedArticle& article);

// "10.0.0.4, 10.0.0.5 and 3 more": at most `most` names.
std::string names(const std::vector<std::string>& subjects, std::size_t most = 20);

// "1 fact", "3 facts".
std::string counted(std::size_t count, std::string_view one, std::string_view many);

// Where a filled-in value came from: "finding of rule x", "fact applicationGateway.name".
std::string origin_of(const FilledValue& value);

// The values of an article's parts, each once.
std::vector<FilledValue> distinct_values(const ComposedArticle& article);
// Those of all results, each once: empty for customers, to whom rules and facts say nothing.
std::vector<FilledValue> distinct_values(const ComposedGuide& guide);

// The heading has a placeholder, so that it differs from part to part.
bool heading_varies(const ComposedArticle& article);
bool has_heading(const ComposedArticle& article);

}  // namespace tsg
