// SPDX-License-Identifier: MIT
#include "tools/graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "engine/checker/graph_guide.h"
#include "engine/checker/walked_edges.h"
#include "engine/diagnostics/pack_codes.h"
#include "engine/loader/pack_files.h"
#include "engine/loader/pack_reader.h"
#include "engine/loader/resolution_reader.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"
#include "engine/tsg.h"
#include "renderers/graph_dot.h"
#include "renderers/graph_mermaid.h"
#include "renderers/graph_svg.h"
#include "renderers/words.h"
#include "tools/say_errors.h"
#include "tools/tested_guide.h"

namespace tsg {

namespace {

constexpr std::size_t drawing_bytes = 64U << 20U;  // of one that is compared

GraphFormat format_of(const GraphCommand& command) {
  if (command.format != GraphFormat::ByFile) return command.format;
  const std::string& file = command.compared.empty() ? command.output : command.compared;
  if (file.ends_with(".svg")) return GraphFormat::Svg;
  if (file.ends_with(".mmd") || file.ends_with(".mermaid")) return GraphFormat::Mermaid;
  return GraphFormat::Dot;
}

Result<std::string> drawn(const GuideGraph& graph, GraphFormat format) {
  switch (format) {
    case GraphFormat::Dot:
      return render_dot(graph);
    case GraphFormat::Mermaid:
      return render_mermaid(graph);
    case GraphFormat::Svg:
      return render_svg(graph);
    case GraphFormat::ByFile:
      break;
  }
  return std::string();
}

// What walked; the code says why there is nothing.
struct Walk {
  ExitCode code = ExitCode::Done;
  std::optional<Resolution> resolution = {};
};

Walk read_walk(const std::string& file, const Console& console) {
  const Result<std::string> text = read_file(file, limits::resolution_json_bytes);
  if (!text) return console.say(text.error()), Walk{ExitCode::Unreadable, {}};
  ResolutionRead read = read_resolution(text.value(), file);
  console.say(read.diagnostics);
  if (!read.resolution) return {ExitCode::Unreadable, {}};
  return {ExitCode::Done, std::move(read.resolution)};
}

Walk resolve_walk(const std::string& root, const GraphCommand& command, const Console& console) {
  GuideOpening opening = open_guide(root, command.guide);
  if (!opening.resolver) return say_errors(opening.diagnostics, console), Walk{ExitCode::Unreadable, {}};
  const FactsLoading facts =
      load_facts(opening.resolver->catalogue(), {.sources = command.facts, .now = command.now});
  console.say(facts.diagnostics);
  if (facts.refused) return {ExitCode::Unreadable, {}};
  return {ExitCode::Done, opening.resolver->resolve(facts.facts, {}, Trace::Off)};
}

Walk walk_of(const std::string& root, const GraphCommand& command, const Console& console) {
  if (!command.resolution.empty()) return read_walk(command.resolution, console);
  if (!command.facts.empty()) return resolve_walk(root, command, console);
  return {};
}

ExitCode draw(GuideGraph& graph, const Resolution& resolution, const Console& console) {
  if (resolution.guide != graph.guide) {
    console.say(
        HostError{fmt::format("the resolution is of guide `{}`, not of `{}`", resolution.guide, graph.guide),
                  "draw that guide, or resolve this one"});
    return ExitCode::Usage;
  }
  WalkedEdges walked;
  add_walks(walked, resolution, graph.guide);
  graph.walks = "a resolution" + (resolution.now.empty() ? "" : " as of " + resolution.now);
  if (!draw_walks(graph, walked)) {
    console.say("warning: the resolution took edges that the guide no longer has: it is of another version");
  }
  return ExitCode::Done;
}

// What the guide's scenarios reach, and how often.
ExitCode draw_scenarios(GuideGraph& graph, const std::string& root, const Console& console) {
  TestedGuide guide = open_tested_guide(root, graph.guide, "");
  if (!guide.resolver) return say_errors(guide.diagnostics, console), ExitCode::Unreadable;
  WalkedEdges walked;
  for (const Scenario& scenario : guide.scenarios) {
    const FactsLoading& facts = guide.facts->facts_of(scenario);
    if (facts.refused) return console.say(facts.diagnostics), ExitCode::Unreadable;
    add_walks(walked, guide.resolver->resolve(facts.facts, scenario.answers, Trace::Off), graph.guide);
  }
  graph.walks = counted(guide.scenarios.size(), "scenario", "scenarios");
  draw_walks(graph, walked);
  return ExitCode::Done;
}

ExitCode compare(const std::string& text, const std::string& file, const Console& console) {
  const Result<std::string> committed = read_file(file, drawing_bytes);
  if (!committed) return console.say(committed.error()), ExitCode::Unreadable;
  if (committed.value() == text) return ExitCode::Done;
  console.say(HostError{fmt::format("`{}` is not the guide's drawing any more", file),
                        fmt::format("write it again with `-o {}` in the place of `--check {}`", file, file)});
  return ExitCode::Findings;
}

}  // namespace

ExitCode graph(const GraphCommand& command, const Console& console) {
  const Result<std::string> root = find_pack_root(command.pack);
  if (!root) return console.say(root.error()), ExitCode::Unreadable;
  const PackReading reading = read_pack_for(root.value(), command.guide);
  say_errors(reading.diagnostics, console);
  const Guide* guide = reading.pack.guide(command.guide);
  if (guide == nullptr) {
    const bool unknown =
        std::any_of(reading.diagnostics.begin(), reading.diagnostics.end(),
                    [](const Diagnostic& each) { return each.code == codes::guide_unknown; });
    return unknown ? ExitCode::Usage : ExitCode::Unreadable;
  }
  GuideGraph graph = graph_guide(StepGraph(reading.pack), reading.pack, *guide);
  const Walk walk = walk_of(root.value(), command, console);
  if (walk.code != ExitCode::Done) return walk.code;
  if (walk.resolution) {
    const ExitCode code = draw(graph, *walk.resolution, console);
    if (code != ExitCode::Done) return code;
  }
  if (command.coverage) {
    const ExitCode code = draw_scenarios(graph, root.value(), console);
    if (code != ExitCode::Done) return code;
  }
  const Result<std::string> text = drawn(graph, format_of(command));
  if (!text) return console.say(text.error()), ExitCode::Unreadable;
  const ExitCode code = command.compared.empty() ? console.deliver(text.value(), command.output)
                                                 : compare(text.value(), command.compared, console);
  return code == ExitCode::Done && has_error(reading.diagnostics) ? ExitCode::Unreadable : code;
}

}  // namespace tsg
