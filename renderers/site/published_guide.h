// SPDX-License-Identifier: MIT
// A guide as a customer walks it: one page a step, its answers as links, and the articles its walks end at.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/pack.h"
#include "renderers/site/published_article.h"

namespace tsg {

enum class ChoiceKind : std::uint8_t {
  Answer,
  Unknown,        // the reader does not know
  NotApplicable,  // the question does not fit
  NoSubjects,     // there is nothing to ask it of
};

struct PublishedChoice {
  ChoiceKind kind = ChoiceKind::Answer;
  std::string option = {};
  std::string wording = {};  // of an Answer
  Target target = {};
  Place place = {};
  bool operator==(const PublishedChoice&) const = default;
};

struct PublishedStep {
  std::string id = {};
  std::string question = {};
  bool for_each = false;        // asked of one subject after the other
  PublishedArticle words = {};  // what customers may read of the step's article
  std::vector<PublishedChoice> choices = {};
  Place place = {};
  bool operator==(const PublishedStep&) const = default;
};

struct PublishedOutcome {
  std::string id = {};
  PublishedArticle article = {};
  bool operator==(const PublishedOutcome&) const = default;
};

struct PublishedGuide {
  std::string id = {};
  std::string title = {};
  std::string version = {};
  std::string start = {};
  std::string reviewed = {};
  std::string replaced_by = {};  // a guide's id
  bool retired = false;
  PublishedArticle summary = {};
  std::vector<PublishedStep> steps = {};        // in the author's order
  std::vector<PublishedOutcome> outcomes = {};  // sorted by id; some are for checks alone
  std::string drawing = {};                     // SVG; empty when the tree is too large to be drawn
  bool operator==(const PublishedGuide&) const = default;
};

struct GuidePublication {
  PublishedGuide guide = {};
  Diagnostics diagnostics = {};
};

// REQUIRES: `pack` holds `guide` and its articles
GuidePublication publish_guide(const Guide& guide, const Pack& pack, const PublishOptions& options);

}  // namespace tsg
