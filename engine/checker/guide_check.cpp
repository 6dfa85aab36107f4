// SPDX-License-Identifier: MIT
#include "engine/checker/guide_check.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "engine/checker/alias_check.h"
#include "engine/checker/placeholder_check.h"
#include "engine/checker/tree_shape.h"
#include "engine/checker/unused_articles.h"

namespace tsg {

namespace {

Diagnostics check_with(const StepGraph& graph, const Pack& pack, const Guide& guide,
                       const Contracts& contracts) {
  Diagnostics diagnostics = check_contracts(guide, contracts);
  append(diagnostics, check_reached(graph, pack, guide));
  append(diagnostics, check_circles(graph, pack, guide));
  append(diagnostics, check_jumps(graph, guide));
  append(diagnostics, check_placeholders(pack, guide, graph, contracts));
  append(diagnostics, check_shown_by_checks(pack, guide, contracts));
  append(diagnostics, check_aliases(pack, guide, contracts));
  append(diagnostics, check_unused(pack, guide));
  return diagnostics;
}

// What walks of two guides both meet is told once.
void drop_repeated(Diagnostics& diagnostics) {
  std::set<std::tuple<std::string, std::string, std::size_t, std::uint32_t, std::string>> told;
  std::erase_if(diagnostics, [&told](const Diagnostic& each) {
    return !told.emplace(each.code.id, each.place.file, each.place.range.begin, each.place.line, each.message)
                .second;
  });
}

}  // namespace

Diagnostics check_guide(const Pack& pack, const Guide& guide, const Contracts& contracts) {
  return check_with(StepGraph(pack), pack, guide, contracts);
}

Diagnostics check_guides(const Pack& pack, const Contracts& contracts, const std::set<std::string>& waiting) {
  const StepGraph graph(pack);
  Diagnostics diagnostics;
  for (const Guide& guide : pack.guides) {
    if (waiting.count(guide.id) == 0) append(diagnostics, check_with(graph, pack, guide, contracts));
  }
  if (waiting.empty()) append(diagnostics, check_unused_shared(pack));
  drop_repeated(diagnostics);
  return diagnostics;
}

}  // namespace tsg
