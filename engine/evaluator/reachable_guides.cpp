// SPDX-License-Identifier: MIT
#include "engine/evaluator/reachable_guides.h"

#include <algorithm>

namespace tsg {

namespace {

void add_target(const Pack& pack, const Target& target, std::vector<const Guide*>& guides) {
  if (target.kind != TargetKind::Guide) return;
  const Guide* guide = pack.guide(target.id);
  if (guide == nullptr || std::find(guides.begin(), guides.end(), guide) != guides.end()) return;
  guides.push_back(guide);
}

void add_targets(const Pack& pack, const Step& step, std::vector<const Guide*>& guides) {
  for (const Edge& edge : step.next) add_target(pack, edge.target, guides);
  for (const auto* edge : {&step.on_unknown, &step.on_not_applicable, &step.on_no_subjects}) {
    if (edge->has_value()) add_target(pack, (*edge)->target, guides);
  }
}

}  // namespace

std::vector<const Guide*> reachable_guides(const Pack& pack, const Guide& guide) {
  std::vector<const Guide*> guides = {&guide};
  for (std::size_t at = 0; at < guides.size(); ++at) {
    for (const Step& step : guides[at]->steps) add_targets(pack, step, guides);
  }
  return guides;
}

}  // namespace tsg
