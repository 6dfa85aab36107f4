// SPDX-License-Identifier: MIT
// Follows a guide's tree from its start, branch by branch, depth first: a subject's whole way is recorded
// before the next subject's.
#pragma once

#include <vector>

#include "engine/evaluator/answer_book.h"
#include "engine/evaluator/branch.h"
#include "engine/evaluator/outcome_writer.h"
#include "engine/evaluator/verdicts.h"
#include "engine/evaluator/walk_record.h"

namespace tsg {

class Walker {
 public:
  // Borrows all of it.
  Walker(const EvaluateRequest& request, Verdicts& verdicts, Resolution& resolution);

  void walk();

 private:
  void take_step(Branch& branch);
  void ask(Branch& branch, const Step& step);
  void fork(Branch& branch, const Step& step);
  void branch_out(const Branch& branch, const Step& step, std::size_t visit, const Verdict& verdict);
  void decide(Branch& branch, const Step& step, std::size_t visit, const Verdict* verdict);
  void follow_verdict(Branch& branch, const Step& step, std::size_t visit, const Verdict& verdict);
  void leave_open(Branch& branch, const Step& step, std::size_t visit, const Verdict* verdict);
  void lead_by_option(Branch& branch, std::size_t visit, AnsweredBy by, const Edge& edge);
  void lead(Branch& branch, std::size_t visit, std::string name, const Edge& edge);
  void jump(Branch& branch, std::size_t visit, const Target& target);
  void go_to(Branch& branch, std::size_t visit, const std::string& step);
  void warn_of_unmet_subjects();

  const EvaluateRequest& request_;
  Verdicts& verdicts_;
  Resolution& resolution_;
  AnswerBook answers_;
  WalkRecord record_;
  OutcomeWriter outcomes_;
  std::vector<Branch> pending_ = {};  // the next one last
};

}  // namespace tsg
