// SPDX-License-Identifier: MIT
#include "engine/evaluator/fork_subjects.h"

#include <fmt/format.h>

#include <unordered_set>

#include "engine/model/limits.h"

namespace tsg {

namespace {

std::string problem_of(std::string_view subject, std::string_view name,
                       const std::unordered_set<std::string_view>& seen) {
  if (subject.empty()) return "lists a subject without a name";
  if (seen.contains(subject)) return fmt::format("lists the subject `{}` twice", subject);
  if (name.size() > limits::subject_bytes) {
    return fmt::format("lists a subject of {} bytes; at most {} are allowed", name.size(),
                       limits::subject_bytes);
  }
  return {};
}

}  // namespace

ForkSubjects fork_subjects(const Verdict& verdict, std::string_view outer) {
  ForkSubjects result;
  if (verdict.findings.size() > limits::subjects) {
    result.problem = fmt::format("rule `{}` lists {} subjects; at most {} are allowed", verdict.rule,
                                 verdict.findings.size(), limits::subjects);
    return result;
  }
  std::unordered_set<std::string_view> seen;
  for (const Finding& finding : verdict.findings) {
    std::string name = outer.empty() ? finding.subject : fmt::format("{} / {}", outer, finding.subject);
    const std::string problem = problem_of(finding.subject, name, seen);
    if (!problem.empty()) return {{}, fmt::format("rule `{}` {}", verdict.rule, problem)};
    seen.insert(finding.subject);
    result.names.push_back(std::move(name));
  }
  return result;
}

}  // namespace tsg
