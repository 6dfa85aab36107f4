// SPDX-License-Identifier: MIT
#include "renderers/site/published_guide.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/checker/graph_guide.h"
#include "engine/diagnostics/site_codes.h"
#include "renderers/graph_svg.h"

namespace tsg {

namespace {

// What a reader may see of the tree: no rules, and no checks, which only facts can answer.
GuideGraph readers_graph(GuideGraph graph) {
  std::vector<std::size_t> kept(graph.nodes.size(), SIZE_MAX);
  const auto is_check = [&graph](std::size_t node) { return graph.nodes[node].kind == GraphNodeKind::Check; };
  std::erase_if(graph.edges, [&is_check](const GraphEdge& edge) { return is_check(edge.from); });
  std::set<std::size_t> reached;
  for (const GraphEdge& edge : graph.edges) reached.insert({edge.from, edge.to});
  std::vector<GraphNode> nodes;
  for (std::size_t at = 0; at < graph.nodes.size(); ++at) {
    if (is_check(at) || (!reached.contains(at) && !graph.nodes[at].start)) continue;
    kept[at] = nodes.size();
    nodes.push_back(std::move(graph.nodes[at]));
    nodes.back().rule.clear();
    nodes.back().for_each.clear();
  }
  graph.nodes = std::move(nodes);
  for (GraphEdge& edge : graph.edges) edge.from = kept[edge.from], edge.to = kept[edge.to];
  return graph;
}

class GuidePublisher {
 public:
  GuidePublisher(const Guide& guide, const Pack& pack, const PublishOptions& options)
      : guide_(guide), pack_(pack), options_(options) {}

  GuidePublication publish() {
    PublishedGuide& published = publication_.guide;
    published.id = guide_.id;
    published.title = guide_.title;
    published.version = guide_.version;
    published.start = guide_.start;
    published.reviewed = guide_.reviewed;
    published.replaced_by = guide_.replaced_by;
    published.retired = guide_.status == GuideStatus::Retired;
    if (const Document* summary = document(guide_.summary)) published.summary = words_of(*summary);
    for (const Step& step : guide_.steps) add_step(step);
    add_outcomes();
    Result<std::string> drawing = render_svg(readers_graph(graph_guide(StepGraph(pack_), pack_, guide_)));
    if (drawing.ok()) published.drawing = std::move(drawing).value();
    return std::move(publication_);
  }

 private:
  const Document* document(std::size_t index) const {
    return index < pack_.documents.size() ? &pack_.documents[index] : nullptr;
  }

  PublishedArticle words_of(const Document& document) {
    Publication publication = publish_article(document, options_, counter_);
    append(publication_.diagnostics, publication.diagnostics);
    return std::move(publication.article);
  }

  void add_step(const Step& step) {
    PublishedStep published = {.id = step.id,
                               .question = step.question.empty() ? step.title : step.question,
                               .for_each = !step.for_each.empty(),
                               .place = step.place};
    if (const Document* article = document(step.document)) published.words = words_of(*article);
    if (options_.audience == Audience::Customer && published.words.html.empty()) {
      publication_.diagnostics.push_back(
          make_diagnostic(codes::site_step_without_words, step.place,
                          fmt::format("step `{}` has no words for customers", step.id),
                          fmt::format("write an <!--issueDescription--> section in guides/{}/steps/{}.md, or "
                                      "take `publish = true` out of this file",
                                      guide_.id, step.id)));
    }
    for (const Edge& edge : step.next) add_choice(published, ChoiceKind::Answer, edge, step);
    if (step.on_unknown) add_choice(published, ChoiceKind::Unknown, *step.on_unknown, step);
    if (step.on_not_applicable)
      add_choice(published, ChoiceKind::NotApplicable, *step.on_not_applicable, step);
    if (step.on_no_subjects) add_choice(published, ChoiceKind::NoSubjects, *step.on_no_subjects, step);
    publication_.guide.steps.push_back(std::move(published));
  }

  void add_choice(PublishedStep& published, ChoiceKind kind, const Edge& edge, const Step& step) {
    const auto same = [&edge](const Option& option) { return option.id == edge.option; };
    const auto option = std::find_if(step.options.begin(), step.options.end(), same);
    const bool worded = kind == ChoiceKind::Answer && option != step.options.end();
    published.choices.push_back(
        {kind, edge.option, worded ? option->wording : std::string(), edge.target, edge.place});
  }

  void add_outcomes() {
    for (const Outcome& outcome : guide_.outcomes) {
      const Document* const article = document(outcome.document);
      if (article == nullptr) continue;
      publication_.guide.outcomes.push_back({outcome.id, words_of(*article)});
    }
    std::sort(publication_.guide.outcomes.begin(), publication_.guide.outcomes.end(),
              [](const PublishedOutcome& a, const PublishedOutcome& b) { return a.id < b.id; });
  }

  const Guide& guide_;
  const Pack& pack_;
  const PublishOptions& options_;
  TermCounter counter_ = TermCounter(search_language(options_.locale));
  GuidePublication publication_ = {};
};

}  // namespace

GuidePublication publish_guide(const Guide& guide, const Pack& pack, const PublishOptions& options) {
  return GuidePublisher(guide, pack, options).publish();
}

}  // namespace tsg
