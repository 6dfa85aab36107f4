// SPDX-License-Identifier: MIT
#include "renderers/help_api/diagnostic_runs.h"

#include <algorithm>

#include "engine/composer/withholding.h"
#include "engine/text/ascii.h"
#include "renderers/help_api/help_words.h"
#include "renderers/help_api/result_steps.h"

namespace tsg {

namespace {

// The checks of one symptom, taken together.
struct Together {
  std::string symptom = {};
  std::vector<HelpInsight> insights = {};
  std::vector<std::string> wanted = {};
  bool decided = false;
  bool unknown = false;
};

class RunsMaker {
 public:
  RunsMaker(const Resolution& resolution, const ComposedGuide& composed, const Pack& pack)
      : resolution_(resolution), composed_(composed), pack_(pack) {}

  std::vector<DiagnosticRun> make() {
    const Guide* guide = pack_.guide(resolution_.guide);
    if (guide == nullptr) return {};
    for (const Check& check : guide->checks) {
      for (const std::string& symptom : check.symptoms) take(check.id, entry(symptom));
    }
    std::vector<DiagnosticRun> runs;
    for (Together& each : all_) runs.push_back(run_of(each));
    return runs;
  }

 private:
  Together& entry(const std::string& symptom) {
    const auto found = std::find_if(all_.begin(), all_.end(), [&symptom](const Together& each) {
      return equal_ignoring_case(each.symptom, symptom);
    });
    if (found != all_.end()) return *found;
    all_.push_back({.symptom = symptom});
    return all_.back();
  }

  void take(const std::string& id, Together& together) {
    const auto result = std::find_if(resolution_.checks.begin(), resolution_.checks.end(),
                                     [&id](const CheckResult& each) { return each.check == id; });
    if (result == resolution_.checks.end()) return;
    switch (result->verdict.kind) {
      case VerdictKind::Answer:
        together.decided = true;
        return add_insight(id, together);
      case VerdictKind::NotApplicable:
        together.decided = true;
        return;
      case VerdictKind::Unknown:
        together.unknown = true;
        return add_wanted(result->verdict, together);
      case VerdictKind::Error:
        return;
    }
  }

  void add_insight(const std::string& id, Together& together) const {
    for (const ComposedCheck& each : composed_.checks) {
      if (each.id == id) together.insights.push_back(check_insight(each));
    }
  }

  void add_wanted(const Verdict& verdict, Together& together) const {
    for (const std::vector<Need>* needs : {&verdict.needs, &verdict.any_of}) {
      for (const ComposedNeed& each : visible_needs(*needs, pack_, resolution_.guide, composed_.audience)) {
        std::vector<std::string>& wanted = together.wanted;
        if (std::find(wanted.begin(), wanted.end(), each.path) == wanted.end()) wanted.push_back(each.path);
      }
    }
  }

  static DiagnosticRun run_of(Together& each) {
    const bool wants = each.insights.empty() && each.unknown;
    const bool failed = !each.decided && !each.unknown;
    return {.symptom = each.symptom,
            .result = {.status = wants    ? help_words::missing_inputs
                                 : failed ? help_words::failed
                                          : help_words::succeeded,
                       .required_parameters = std::move(each.wanted),
                       .insights = std::move(each.insights)}};
  }

  const Resolution& resolution_;
  const ComposedGuide& composed_;
  const Pack& pack_;
  std::vector<Together> all_ = {};
};

}  // namespace

std::vector<DiagnosticRun> diagnostic_runs(const Resolution& resolution, const ComposedGuide& composed,
                                           const Pack& pack) {
  return RunsMaker(resolution, composed, pack).make();
}

}  // namespace tsg
