// SPDX-License-Identifier: MIT
#include "renderers/help_api/article_solution.h"

#include <fmt/format.h>

#include "engine/composer/compose.h"
#include "engine/text/json_writer.h"
#include "renderers/fill.h"
#include "renderers/help_api/help_names.h"
#include "renderers/help_api/help_words.h"
#include "renderers/help_api/html_sections.h"
#include "renderers/help_api/keyed_article.h"
#include "renderers/words.h"

namespace tsg {

namespace {

class SolutionMaker {
 public:
  SolutionMaker(const Document& document, const SolutionRequest& request)
      : article_(document.article),
        request_(request),
        keyed_(key_components(document.article, request.root, request.portal)) {}

  HelpSolution make() {
    Diagnostics said_elsewhere;
    const ComposedArticle composed =
        compose_article(keyed_.document, request_.parts,
                        {.audience = Audience::Customer, .missing = request_.missing}, said_elsewhere);
    HelpSolutionProperties properties = {.trigger_criteria = criteria(),
                                         .parameters = request_.parameters,
                                         .solution_id = std::string(article_.id()),
                                         .provisioning_state = help_words::succeeded,
                                         .title = composed.title,
                                         .content = "",
                                         .sections = std::vector<HelpSection>()};
    if (composed.state == ArticleState::Shown) {
      write_parts(properties, composed);
    } else {
      properties.provisioning_state = help_words::missing_inputs;
    }
    properties.replacement_maps = maps_of(*properties.content);
    if (!request_.troubleshooters.empty())
      properties.replacement_maps->troubleshooters = request_.troubleshooters;
    properties.extras = {{own_extra, own_members(composed)}};
    const std::string name = request_.name.empty() ? std::string(article_.id()) : request_.name;
    return {.id = help_resource_id(request_.scope, help_words::solution_type, name),
            .name = name,
            .type = help_words::solution_type,
            .properties = std::move(properties)};
  }

 private:
  std::vector<HelpTriggerCriterion> criteria() const {
    if (!request_.trigger_criteria.empty()) return request_.trigger_criteria;
    return {{.name = help_words::solution_id, .value = std::string(article_.id())}};
  }

  HelpReplacementMaps maps_of(std::string_view html) const {
    return replacement_maps(keyed_.components, request_.runs, html);
  }

  static std::string filled(const ComposedArticle& article, const ComposedPart& part) {
    std::string html;
    fill_html(html, article.body, part.filled, article.missing);
    return html;
  }

  void write_parts(HelpSolutionProperties& properties, const ComposedArticle& article) const {
    if (article.parts.size() == 1) return write_sections(properties, filled(article, article.parts.front()));
    for (std::size_t i = 0; i < article.parts.size(); ++i) {
      const ComposedPart& part = article.parts[i];
      add_section(properties, part.subjects.empty() ? fmt::format("Part {}", i + 1) : names(part.subjects),
                  filled(article, part));
    }
  }

  void write_sections(HelpSolutionProperties& properties, const std::string& html) const {
    HtmlSections cut = cut_sections(html);
    properties.content = std::move(cut.lead);
    for (HtmlSection& each : cut.sections)
      add_section(properties, std::move(each.title), std::move(each.html));
  }

  void add_section(HelpSolutionProperties& properties, std::string title, std::string html) const {
    HelpReplacementMaps maps = maps_of(html);
    properties.sections->push_back(
        {.title = std::move(title), .content = std::move(html), .replacement_maps = std::move(maps)});
  }

  std::string own_members(const ComposedArticle& composed) const {
    JsonWriter json;
    json.begin_object().member("selfHelpType", article_.type()).member("file", article_.path);
    if (composed.state == ArticleState::Refused) write_texts(json, "requiredParameters", composed.unfilled);
    json.end_object();
    return json.take();
  }

  const Article& article_;
  const SolutionRequest& request_;
  KeyedArticle keyed_;
};

}  // namespace

HelpSolution article_solution(const Document& document, const SolutionRequest& request) {
  return SolutionMaker(document, request).make();
}

}  // namespace tsg
