// SPDX-License-Identifier: MIT
#include "engine/checker/way_words.h"

#include <fmt/format.h>

#include "engine/diagnostics/source.h"

namespace tsg {

namespace {

constexpr std::size_t most_notes = 40;  // of one way

std::string name_of(const StepNode& node, const Guide& from) {
  return node.guide == &from ? node.step->id : fmt::format("guide:{}#{}", node.guide->id, node.step->id);
}

std::string words_of(const Way& way, bool unasked) {
  switch (way.how) {
    case How::ByRule:
      return way.edge->option + ", by rule";
    case How::ByHand:
      return way.edge->option + (unasked ? ", by hand for all subjects" : ", by hand");
    case How::Unknown:
      return "unknown";
    case How::NotApplicable:
      return "not applicable";
    case How::NoSubjects:
      return "no subjects";
    case How::Subject:
      return "for each subject";
  }
  return {};
}

Note note_of(const WalkGraph& graph, const Way& way) {
  const StepNode& from = graph.step_of(graph.nodes()[way.from]);
  return {way_words(graph, way), way.edge == nullptr ? from.step->place : way.edge->place};
}

}  // namespace

std::string way_words(const WalkGraph& graph, const Way& way) {
  const WalkNode& node = graph.nodes()[way.from];
  const StepNode& from = graph.step_of(node);
  const bool unasked = !from.step->for_each.empty() && !node.asked;
  const std::string to = way.to == no_way ? to_text(way.edge->target)
                                          : name_of(graph.step_of(graph.nodes()[way.to]), *from.guide);
  return fmt::format("`{}` -{}-> `{}`", from.step->id, words_of(way, unasked), to);
}

std::vector<Note> notes_of(const WalkGraph& graph, const std::vector<std::size_t>& ways) {
  std::vector<Note> notes;
  const std::size_t left_out = ways.size() > most_notes ? ways.size() - most_notes : 0;
  for (std::size_t at = 0; at < ways.size(); ++at) {
    const bool gap = left_out > 0 && at == most_notes / 2;
    if (gap) notes.push_back({fmt::format("... and {} more", left_out), {}});
    if (gap) at += left_out;
    notes.push_back(note_of(graph, graph.ways()[ways[at]]));
  }
  return notes;
}

Place place_in_rule(const Pack& pack, const RuleContract& contract, std::string_view member) {
  for (const RuleSource& source : pack.rules) {
    if (source.file != contract.file || source.is_module) continue;
    const std::size_t table = source.text.rfind("return {");
    const std::size_t at = source.text.find(member, table == std::string::npos ? 0 : table);
    if (at == std::string::npos) break;
    return Source(source.file, source.text).place({at, at + member.size()});
  }
  return {contract.file, {}, 1, 1};
}

}  // namespace tsg
