// SPDX-License-Identifier: MIT
// The verdicts of one resolution: each rule runs once for each subject.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/evaluator/evaluate.h"

namespace tsg {

class Verdicts {
 public:
  // Borrows the request, which must outlive it.
  explicit Verdicts(const EvaluateRequest& request) : request_(request) {}

  // The verdict of `rule` ("domain/id", which must outlive this) for a subject, empty outside a fork. Text is
  // valid UTF-8 and numbers are finite. The reference holds as long as the Verdicts.
  const Verdict& of(std::string_view rule, std::string_view subject);
  const Pack& pack() const { return request_.pack; }
  // The facts over a domain's catalogue; null when the pack has no such catalogue.
  const Facts* facts_of(std::string_view domain);

 private:
  struct Asked {
    std::string_view rule = {};
    std::string subject = {};
    bool operator==(const Asked&) const = default;
  };
  struct HashOfAsked {
    std::size_t operator()(const Asked& asked) const {
      return std::hash<std::string_view>()(asked.rule) ^ (std::hash<std::string>()(asked.subject) << 1U);
    }
  };

  Verdict run(std::string_view rule, std::string_view subject);
  Verdict sound_run(std::string_view rule, const Facts& facts, std::string_view subject, Trace trace);

  const EvaluateRequest& request_;
  std::unordered_map<Asked, Verdict, HashOfAsked> known_ = {};
  std::map<std::string, Facts, std::less<>> nothing_known_ = {};  // by domain
};

// Whether two runs of a rule said the same; evidence is not compared.
bool agree(const Verdict& a, const Verdict& b);

}  // namespace tsg
