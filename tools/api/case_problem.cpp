// SPDX-License-Identifier: MIT
#include "tools/api/case_problem.h"

namespace tsg {

namespace {

ProblemKind kind_of(CaseProblemKind kind) {
  switch (kind) {
    case CaseProblemKind::UnknownGuide:
    case CaseProblemKind::UnknownCase:
      return ProblemKind::NotFound;
    case CaseProblemKind::Conflict:
      return ProblemKind::Conflict;
    case CaseProblemKind::WrongAnswer:
      return ProblemKind::WrongAnswer;
    case CaseProblemKind::NeedsReason:
      return ProblemKind::NeedsReason;
    case CaseProblemKind::NothingToUndo:
      return ProblemKind::NothingToUndo;
    case CaseProblemKind::WrongFacts:
      return ProblemKind::WrongFacts;
  }
  return ProblemKind::InvalidRequest;
}

}  // namespace

Problem problem_of(const CaseProblem& problem) {
  return {.kind = kind_of(problem.kind), .detail = problem.message, .help = problem.help};
}

}  // namespace tsg
