// SPDX-License-Identifier: MIT
#include "tools/named_edge.h"

namespace tsg {

std::vector<NamedEdge> edges_of(const Step& step) {
  std::vector<NamedEdge> edges;
  for (const Edge& edge : step.next) edges.push_back({"next." + edge.option, &edge});
  if (step.on_unknown) edges.push_back({"on.unknown", &*step.on_unknown});
  if (step.on_not_applicable) edges.push_back({"on.not-applicable", &*step.on_not_applicable});
  if (step.on_no_subjects) edges.push_back({"on.no-subjects", &*step.on_no_subjects});
  return edges;
}

}  // namespace tsg
