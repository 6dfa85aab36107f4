// SPDX-License-Identifier: MIT
#include "tools/edge_mutants.h"

#include <fmt/format.h>

#include <algorithm>

#include "tools/named_edge.h"
#include "tools/observed.h"

namespace tsg {

namespace {

// The first target of `others` behind `target`, in a circle, that is another; nothing when there is none.
std::optional<Target> another(const std::vector<Target>& others, const Target& target) {
  const auto here = std::find(others.begin(), others.end(), target);
  for (auto at = here; at != others.end(); ++at) {
    if (*at != target) return *at;
  }
  for (auto at = others.begin(); at != here; ++at) {
    if (*at != target) return *at;
  }
  return std::nullopt;
}

std::vector<Target> leaves_of(const Guide& guide) {
  std::vector<Target> leaves;
  for (const Outcome& outcome : guide.outcomes) leaves.push_back({TargetKind::Outcome, outcome.id, {}});
  return leaves;
}

void add_step(std::vector<EdgeMutant>& mutants, const Guide& guide, std::size_t at,
              const std::vector<Target>& leaves) {
  const Step& step = guide.steps[at];
  const std::vector<NamedEdge> edges = edges_of(step);
  std::vector<Target> siblings;
  for (const NamedEdge& each : edges) siblings.push_back(each.edge->target);
  for (const NamedEdge& each : edges) {
    EdgeMutant mutant = {.name = edge_name(guide.id, step.id, each.name),
                         .place = each.edge->place,
                         .owner = at,
                         .edge = each.name};
    if (each.name == "on.unknown") {
      mutant.change = fmt::format("{} of step `{}` is dropped", each.name, step.id);
      mutants.push_back(mutant);
    }
    mutant.target = another(siblings, each.edge->target);
    if (!mutant.target) mutant.target = another(leaves, each.edge->target);
    if (!mutant.target) continue;
    mutant.change = fmt::format("{} of step `{}` leads to `{}` instead of `{}`", each.name, step.id,
                                to_text(*mutant.target), to_text(each.edge->target));
    mutants.push_back(std::move(mutant));
  }
}

void add_check(std::vector<EdgeMutant>& mutants, const Guide& guide, std::size_t at,
               const std::vector<Target>& leaves) {
  const Check& check = guide.checks[at];
  const std::optional<Target> target = another(leaves, check.shows);
  if (!target) return;
  mutants.push_back({.name = shown_name(guide.id, check.id),
                     .place = check.place,
                     .change = fmt::format("check `{}` shows `{}` instead of `{}`", check.id,
                                           to_text(*target), to_text(check.shows)),
                     .owner = at,
                     .edge = "shows",
                     .target = target});
}

void lead(std::optional<Edge>& edge, const EdgeMutant& mutant) {
  if (mutant.target) {
    edge->target = *mutant.target;
  } else {
    edge.reset();
  }
}

}  // namespace

std::vector<EdgeMutant> edge_mutants(const Guide& guide) {
  const std::vector<Target> leaves = leaves_of(guide);
  std::vector<EdgeMutant> mutants;
  for (std::size_t at = 0; at < guide.steps.size(); ++at) add_step(mutants, guide, at, leaves);
  for (std::size_t at = 0; at < guide.checks.size(); ++at) add_check(mutants, guide, at, leaves);
  return mutants;
}

void apply(const EdgeMutant& mutant, Guide& guide) {
  if (mutant.edge == "shows") {
    guide.checks[mutant.owner].shows = *mutant.target;
    return;
  }
  Step& step = guide.steps[mutant.owner];
  if (mutant.edge == "on.unknown") return lead(step.on_unknown, mutant);
  if (mutant.edge == "on.not-applicable") return lead(step.on_not_applicable, mutant);
  if (mutant.edge == "on.no-subjects") return lead(step.on_no_subjects, mutant);
  for (Edge& edge : step.next) {
    if (mutant.edge == "next." + edge.option) edge.target = *mutant.target;
  }
}

}  // namespace tsg
