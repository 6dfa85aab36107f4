// SPDX-License-Identifier: MIT
#include "renderers/help_api/replacement_maps.h"

#include <algorithm>

#include "engine/markdown/html_text.h"
#include "engine/text/ascii.h"
#include "engine/text/json_writer.h"
#include "renderers/help_api/help_words.h"

namespace tsg {

namespace {

HelpText plain_if_any(std::string_view value) {
  std::string text = text_of_html(value);
  return text.empty() ? HelpText() : HelpText(std::move(text));
}

HelpExtras extra(std::string_view name, std::string_view text) {
  JsonWriter json;
  json.begin_object().member(name, text).end_object();
  return {{own_extra, json.take()}};
}

class MapsWriter {
 public:
  explicit MapsWriter(const std::vector<DiagnosticRun>& runs) : runs_(runs) {}

  void add(const KeyedComponent& component) {
    if (component.content.empty()) return;
    key_ = component.key;
    content_ = &component.content;
    std::visit(*this, component.content.front().content);
  }

  void operator()(const Insight& insight) {
    for (const std::string& symptom : insight.symptom_ids)
      list(maps_.diagnostics).push_back(diagnostic(insight, symptom));
  }

  void operator()(const Metric& metric) {
    list(maps_.metrics_based_charts)
        .push_back({.name = text_of_html(metric.name),
                    .aggregation_type = plain_if_any(metric.aggregation_type),
                    .time_span_duration = plain_if_any(metric.time_span),
                    .title = plain_if_any(metric.title),
                    .replacement_key = key_});
  }

  void operator()(const Video& video) {
    list(maps_.videos).push_back(help_video(video));
    maps_.videos->back().replacement_key = key_;
  }

  void operator()(const VideoGroup& group) {
    HelpVideoGroup made = {.videos = std::vector<HelpVideo>(), .replacement_key = key_};
    for (const Component& each : *content_) {
      if (const auto* video = std::get_if<Video>(&each.content)) made.videos->push_back(help_video(*video));
    }
    if (!group.title.empty()) made.extras = extra("title", text_of_html(group.title));
    list(maps_.video_groups).push_back(std::move(made));
  }

  void operator()(const AzureKB& search) {
    list(maps_.web_results)
        .push_back({.replacement_key = key_,
                    .search_results = std::vector<HelpSearchResult>(),
                    .extras = extra("client", text_of_html(search.client))});
  }

  HelpReplacementMaps take() { return std::move(maps_); }

 private:
  template <typename T>
  static std::vector<T>& list(HelpList<T>& of) {
    return of ? *of : of.emplace();
  }

  static HelpVideo help_video(const Video& video) {
    return {.src = without_entities(video.source), .title = plain_if_any(video.title)};
  }

  HelpDiagnostic diagnostic(const Insight& insight, const std::string& symptom) const {
    const auto run = std::find_if(runs_.begin(), runs_.end(), [&symptom](const DiagnosticRun& each) {
      return equal_ignoring_case(each.symptom, symptom);
    });
    HelpDiagnostic made = run == runs_.end()
                              ? HelpDiagnostic{.status = help_words::missing_inputs,
                                               .required_parameters = std::vector<std::string>(),
                                               .insights = std::vector<HelpInsight>()}
                              : run->result;
    made.solution_id = symptom;
    made.replacement_key = key_;
    const std::size_t most = insight.maximum_insights.value_or(SIZE_MAX);
    if (made.insights && made.insights->size() > most) made.insights->resize(most);
    made.status_details = details(insight, made);
    return made;
  }

  // The author's words for how it ended.
  static HelpText details(const Insight& insight, const HelpDiagnostic& made) {
    if (made.status == help_words::failed) return plain_if_any(insight.failed_text);
    const bool nothing = !made.insights || made.insights->empty();
    if (made.status == help_words::succeeded && nothing) return plain_if_any(insight.no_result_text);
    return {};
  }

  const std::vector<DiagnosticRun>& runs_;
  HelpReplacementMaps maps_ = {};
  std::string key_ = {};
  const std::vector<Component>* content_ = nullptr;
};

}  // namespace

HelpReplacementMaps replacement_maps(const std::vector<KeyedComponent>& components,
                                     const std::vector<DiagnosticRun>& runs, std::string_view html) {
  MapsWriter maps(runs);
  for (const KeyedComponent& each : components) {
    if (html.find(each.key) != std::string_view::npos) maps.add(each);
  }
  return maps.take();
}

}  // namespace tsg
