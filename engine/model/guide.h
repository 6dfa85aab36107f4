// SPDX-License-Identifier: MIT
// A guide: a decision tree of steps and a checklist of checks, with the articles they show.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/article.h"
#include "engine/model/segment.h"
#include "engine/text/place.h"

namespace tsg {

enum class TargetKind : std::uint8_t { Step, Outcome, Article, Guide };
std::string_view name_of(TargetKind kind);  // "step", "outcome", "article", "guide"

// Where an edge leads: `id` is a step, an outcome's stem, an articleId or a guide; `step` only for Guide.
struct Target {
  TargetKind kind = TargetKind::Step;
  std::string id = {};
  std::string step = {};
  bool operator==(const Target&) const = default;
};

// As an author writes it: "all-servers-unhealthy", "outcome:add-servers", "guide:vpn#scope".
std::string to_text(const Target& target);

struct Edge {
  std::string option = {};
  Target target = {};
  Place place = {};
  bool operator==(const Edge&) const = default;
};

enum class InputType : std::uint8_t { String, Integer, Boolean, DateTime, Choice };

// A value an agent gives by hand where no rule does.
struct Input {
  std::string name = {};
  InputType type = InputType::String;
  std::vector<std::string> choices = {};
  bool operator==(const Input&) const = default;
};

// An article with what it compiles to; shared by every place that shows it.
struct Document {
  Article article = {};
  CompiledArticle compiled = {};
  bool operator==(const Document&) const = default;
};

struct Option {
  std::string id = {};
  std::string wording = {};  // from the step's `## Answers` list; else the id with hyphens as spaces
  std::vector<std::string> legacy = {};  // texts of the same option in an older questions form
  bool operator==(const Option&) const = default;
};

struct Step {
  std::string id = {};
  std::string rule = {};      // "domain/id"; empty: the step is asked
  std::string for_each = {};  // "domain/id" of the rule that lists subjects; empty: no fork here
  std::vector<Edge> next = {};
  std::optional<Edge> on_unknown = {};
  std::optional<Edge> on_not_applicable = {};
  std::optional<Edge> on_no_subjects = {};
  std::vector<Input> inputs = {};
  std::string question_id = {};
  std::vector<Option> options = {};  // in the order of `next`
  std::string title = {};            // H1 of its article
  std::string question = {};         // text of `## Question`, else the title
  std::size_t document = SIZE_MAX;   // index into Pack::documents
  Place place = {};

  const Edge* edge(std::string_view option) const;
  bool operator==(const Step&) const = default;
};

struct Check {
  std::string id = {};
  std::string rule = {};  // empty when the check lists the others
  Target shows = {};
  std::vector<std::string> symptoms = {};  // ids by which insights of articles ask for it
  std::string lists = {};  // the placeholder that holds what the other checks found; empty: it has a rule
  Place place = {};
  bool operator==(const Check&) const = default;
};

// An outcome of the guide or of guides/shared: id and document.
struct Outcome {
  std::string id = {};
  std::size_t document = SIZE_MAX;
  bool operator==(const Outcome&) const = default;
};

// One line of [values]: another placeholder's name, or a fact path.
struct ValueSource {
  std::string name = {};
  std::string placeholder = {};
  std::string fact = {};
  Place place = {};
  bool operator==(const ValueSource&) const = default;
};

enum class GuideStatus : std::uint8_t { Draft, Active, Retired };

struct Guide {
  std::string id = {};
  std::string version = {};
  std::string domain = {};
  std::string title = {};
  std::string start = {};
  GuideStatus status = GuideStatus::Active;
  std::string reviewed = {};
  std::string replaced_by = {};
  bool publish = false;
  std::vector<Step> steps = {};    // in the author's order
  std::vector<Check> checks = {};  // in the author's order
  std::vector<Outcome> outcomes = {};
  std::vector<ValueSource> values = {};
  std::size_t summary = SIZE_MAX;  // index into Pack::documents
  std::string file = {};           // guide.toml
  std::string digest = {};         // SHA-256 over everything the guide is made of

  const Step* step(std::string_view id) const;
  const Outcome* outcome(std::string_view id) const;
  bool operator==(const Guide&) const = default;
};

// Names of the rules that its steps and checks ask.
std::set<std::string> rules_of(const Guide& guide);

}  // namespace tsg
