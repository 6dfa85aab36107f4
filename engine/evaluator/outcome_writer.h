// SPDX-License-Identifier: MIT
// Writes down the leaves a walk reaches: their articles filled, the values that are missing asked for.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "engine/evaluator/answer_book.h"
#include "engine/evaluator/value_chain.h"
#include "engine/evaluator/verdicts.h"
#include "engine/evaluator/walk_record.h"

namespace tsg {

class OutcomeWriter {
 public:
  // Borrows all of it.
  OutcomeWriter(const Pack& pack, Verdicts& verdicts, const AnswerBook& answers, WalkRecord& record)
      : pack_(pack), verdicts_(verdicts), answers_(answers), record_(record) {}

  // `visit`, the branch's last, leads to the outcome or article `target`.
  void reach(const Branch& branch, std::size_t visit, const Target& target);

 private:
  using Inputs = std::vector<NamedValue>;

  const Document* document_of(const Guide& guide, const Target& target);
  const Inputs& inputs_of(const Step& step);
  void fill(ReachedOutcome& outcome, const Branch& branch, const Document& document);
  ValueChain chain_of(const Branch& branch, std::size_t visit);
  std::vector<const Finding*> shown_findings(std::size_t visit);
  bool is_sibling(std::size_t visit, const std::string& subject);
  void warn_of_conflicts(const Document& document, const ValueChain& chain, const std::string& title);
  void ask_for_missing(const FilledArticle& part, std::size_t visit);
  void ask_for(const std::string& placeholder, std::size_t visit);

  const Pack& pack_;
  Verdicts& verdicts_;
  const AnswerBook& answers_;
  WalkRecord& record_;
  std::map<std::pair<const Guide*, std::string>, const Document*> documents_ =
      {};  // by guide and target's text
  std::map<const Step*, Inputs> inputs_ = {};
  // The subjects of the fork asked about last: forks have many subjects, and they come one after another.
  std::size_t sibling_fork_ = no_visit;
  std::unordered_set<std::string> siblings_ = {};
};

}  // namespace tsg
