// SPDX-License-Identifier: MIT
// What is drawn of a guide is what the engine walks.
#include <catch2/catch.hpp>

#include <algorithm>

#include "engine/checker/graph_guide.h"
#include "engine/checker/walked_edges.h"
#include "tests/checker/random_tree.h"
#include "tests/evaluator/random_world.h"

using namespace tsg;
using namespace tsg::test;

namespace {

using Lines = std::vector<std::string>;

Lines drawn_lines(const GuideGraph& graph) {
  Lines lines;
  for (const GraphEdge& edge : graph.edges) {
    if (graph.nodes[edge.from].kind == GraphNodeKind::Check) continue;
    lines.push_back(graph.nodes[edge.from].name + " " + edge.name + " " + graph.nodes[edge.to].name);
  }
  return lines;
}

Lines engine_lines(const StepGraph& steps, const Guide& guide) {
  Lines lines;
  for (const StepNode& node : steps.nodes()) {
    if (node.guide != &guide) continue;
    for (const StepEdge& edge : node.edges) {
      lines.push_back(node.step->id + " " + edge_name(edge.kind, *edge.edge) + " " +
                      to_text(edge.edge->target));
    }
  }
  return lines;
}

const GraphEdge* edge_of(const GuideGraph& graph, const Visit& visit) {
  const auto found = std::find_if(graph.edges.begin(), graph.edges.end(), [&](const GraphEdge& edge) {
    return graph.nodes[edge.from].name == visit.step && edge.name == visit.edge;
  });
  return found == graph.edges.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("the edges drawn are those of the step graph, in its order") {
  std::size_t edges = 0, missing = 0;
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    const Tree tree = RandomTree(seed).make();
    const StepGraph steps(tree.pack);
    for (const Guide& guide : tree.pack.guides) {
      const GuideGraph graph = graph_guide(steps, tree.pack, guide);
      REQUIRE(drawn_lines(graph) == engine_lines(steps, guide));
      edges += graph.edges.size();
      for (const GraphNode& node : graph.nodes) missing += node.kind == GraphNodeKind::Missing ? 1 : 0;
    }
  }
  CHECK(edges > 5000);
}

TEST_CASE("every edge that a walk takes is drawn, leads where the walk went, and is counted") {
  std::size_t taken = 0, open = 0;
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    World world = RandomWorld(seed).make();
    const Resolution resolution = world.resolve();
    const StepGraph steps(world.pack);
    for (const Guide& guide : world.pack.guides) {
      GuideGraph graph = graph_guide(steps, world.pack, guide);
      WalkedEdges walked;
      add_walks(walked, resolution, guide.id);
      REQUIRE(draw_walks(graph, walked));
      std::size_t expected = 0, counted = 0;
      for (const Visit& visit : resolution.visits) {
        if (visit.guide != guide.id || visit.edge.empty()) continue;
        ++expected;
        const GraphEdge* edge = edge_of(graph, visit);
        REQUIRE(edge != nullptr);
        REQUIRE(graph.nodes[edge->to].name == to_text(*visit.target));
      }
      for (const GraphEdge& edge : graph.edges) counted += edge.walked.value_or(0);
      REQUIRE(counted == expected);
      taken += expected;
      for (const GraphNode& node : graph.nodes) open += node.open;
    }
  }
  CHECK(taken > 3000);
  CHECK(open > 100);
}

TEST_CASE("walks add up, and those of another version are told") {
  World world = RandomWorld(3).make();
  const Resolution resolution = world.resolve();
  REQUIRE_FALSE(resolution.visits.empty());
  const StepGraph steps(world.pack);
  const Guide& guide = world.pack.guides.front();
  WalkedEdges twice;
  add_walks(twice, resolution, guide.id);
  const WalkedEdges once = twice;
  add_walks(twice, resolution, guide.id);
  for (const auto& [edge, count] : once.edges) CHECK(twice.edges.at(edge) == 2 * count);
  WalkedEdges other = once;
  other.edges[{"s0", "next.gone"}] = 1;
  GuideGraph graph = graph_guide(steps, world.pack, guide);
  CHECK_FALSE(draw_walks(graph, other));
}

TEST_CASE("a node is what its edge leads to") {
  Pack pack;
  Guide guide = {.id = "g", .title = "G", .start = "a"};
  Step step = {.id = "a", .rule = "d/a", .title = "Title", .question = "Question?"};
  for (const Target& target :
       {Target{TargetKind::Outcome, "done", ""}, Target{TargetKind::Outcome, "nobody", ""},
        Target{TargetKind::Guide, "h", ""}, Target{TargetKind::Step, "gone", ""}}) {
    step.next.push_back({"o" + std::to_string(step.next.size()), target, {}});
  }
  guide.steps = {step};
  guide.checks = {{.id = "all", .shows = {TargetKind::Outcome, "done", ""}, .lists = "failed"}};
  guide.outcomes = {{"done", 0}};
  pack.documents.resize(1);
  pack.documents[0].article.headings = {{.level = 1, .text = "Done"}};
  pack.guides = {guide, {.id = "h", .title = "H", .start = "x", .steps = {{.id = "x"}}}};
  const GuideGraph graph = graph_guide(StepGraph(pack), pack, pack.guides[0]);
  REQUIRE(graph.nodes.size() == 6);
  CHECK(graph.nodes[0].title == "Question?");
  CHECK(graph.nodes[0].start);
  CHECK(graph.nodes[1].kind == GraphNodeKind::Check);
  CHECK(graph.nodes[2].kind == GraphNodeKind::Outcome);
  CHECK(graph.nodes[2].title == "Done");
  CHECK(graph.nodes[3].kind == GraphNodeKind::Missing);
  CHECK(graph.nodes[4].kind == GraphNodeKind::Guide);
  CHECK(graph.nodes[4].title == "H");
  CHECK(graph.nodes[5].kind == GraphNodeKind::Missing);
  CHECK(graph.edges.back().from == 1);
  CHECK(graph.edges.back().to == 2);
}
