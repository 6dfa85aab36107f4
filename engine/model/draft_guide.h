// SPDX-License-Identifier: MIT
// A guide as an import drafts it from a folder of articles: what became what, which edges are suggested by
// what, and every doubt.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tsg {

enum class DraftUse : std::uint8_t { Summary, Step, Outcome, Form, Unused };

// One article of the folder.
struct DraftArticle {
  std::string file = {};
  DraftUse use = DraftUse::Unused;
  std::string id = {};  // of a step or outcome
  std::string title = {};
  std::string reason = {};  // why it is not used, or why it became what it is
  bool operator==(const DraftArticle&) const = default;
};

struct DraftEdge {
  std::string option = {};
  std::string target = {};  // as guide.toml writes it
  std::string legacy = {};  // the answer's text in a form
  std::string trace = {};   // what suggests the edge; empty: nothing does
  std::string doubt = {};
  bool operator==(const DraftEdge&) const = default;
};

struct DraftStep {
  std::string id = {};
  std::string title = {};
  std::string question_id = {};
  std::vector<std::string> traces = {};
  std::vector<DraftEdge> edges = {};
  bool operator==(const DraftStep&) const = default;
};

struct DraftGuide {
  std::string id = {};
  std::string title = {};
  std::vector<DraftArticle> articles = {};  // every one that was given, in order
  std::vector<DraftStep> steps = {};        // the first is the start
  std::vector<std::string> doubts = {};
  bool needs_end = false;      // an edge leads to the outcome `end-of-draft`, which no article is
  bool needs_summary = false;  // no article is the summary
  bool operator==(const DraftGuide&) const = default;
};

inline constexpr const char* end_of_draft = "end-of-draft";

}  // namespace tsg
