// SPDX-License-Identifier: MIT
#include "engine/model/guide.h"

#include <algorithm>

namespace tsg {

std::string_view name_of(TargetKind kind) {
  switch (kind) {
    case TargetKind::Step:
      return "step";
    case TargetKind::Outcome:
      return "outcome";
    case TargetKind::Article:
      return "article";
    case TargetKind::Guide:
      return "guide";
  }
  return "";
}

std::string to_text(const Target& target) {
  switch (target.kind) {
    case TargetKind::Step:
      return target.id;
    case TargetKind::Outcome:
      return "outcome:" + target.id;
    case TargetKind::Article:
      return "article:" + target.id;
    case TargetKind::Guide:
      return "guide:" + target.id + (target.step.empty() ? "" : "#" + target.step);
  }
  return {};
}

const Edge* Step::edge(std::string_view option) const {
  const auto found =
      std::find_if(next.begin(), next.end(), [option](const Edge& edge) { return edge.option == option; });
  return found == next.end() ? nullptr : &*found;
}

const Step* Guide::step(std::string_view wanted) const {
  const auto found =
      std::find_if(steps.begin(), steps.end(), [wanted](const Step& step) { return step.id == wanted; });
  return found == steps.end() ? nullptr : &*found;
}

const Outcome* Guide::outcome(std::string_view wanted) const {
  const auto found = std::find_if(outcomes.begin(), outcomes.end(),
                                  [wanted](const Outcome& outcome) { return outcome.id == wanted; });
  return found == outcomes.end() ? nullptr : &*found;
}

std::set<std::string> rules_of(const Guide& guide) {
  std::set<std::string> names;
  for (const Step& step : guide.steps) names.insert({step.rule, step.for_each});
  for (const Check& check : guide.checks) names.insert(check.rule);
  names.erase("");
  return names;
}

}  // namespace tsg
