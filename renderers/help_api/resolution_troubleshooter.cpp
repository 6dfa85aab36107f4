// SPDX-License-Identifier: MIT
#include "renderers/help_api/resolution_troubleshooter.h"

#include <iterator>

#include "renderers/help_api/help_names.h"
#include "renderers/help_api/help_words.h"
#include "renderers/help_api/result_steps.h"
#include "renderers/help_api/visit_step.h"
#include "renderers/words.h"

namespace tsg {

namespace {

const char* state_of(const ComposedGuide& composed) {
  if (!composed.open.empty()) return help_words::running;
  return composed.conclusion == Conclusion::Broken ? help_words::failed : help_words::succeeded;
}

void append(std::vector<HelpStep>& to, std::vector<HelpStep> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::string own_members(const ComposedGuide& composed) {
  JsonWriter json;
  json.begin_object().member("guide", composed.id).member("guideVersion", composed.version);
  json.member("title", composed.title).member("digest", composed.digest);
  json.member("engineVersion", composed.engine_version).member("now", composed.now);
  json.member("result", result_title(composed));
  write_texts(json, "clearChecks", composed.clear_checks);
  write_texts(json, "warnings", composed.warnings);
  write_texts(json, "errors", composed.errors);
  json.end_object();
  return json.take();
}

}  // namespace

HelpTroubleshooter resolution_troubleshooter(const Resolution& resolution, const ComposedGuide& composed,
                                             const Pack& pack, const TroubleshooterRequest& request) {
  std::vector<HelpStep> steps;
  for (std::size_t at = 0; at < resolution.visits.size(); ++at)
    steps.push_back(visit_step(resolution, at, pack, composed.audience));
  append(steps, check_steps(resolution, composed, pack));
  append(steps, outcome_steps(composed));
  return {.id = help_resource_id(request.scope, help_words::troubleshooter_type, request.name),
          .name = request.name,
          .type = help_words::troubleshooter_type,
          .properties = HelpTroubleshooterProperties{.solution_id = resolution.guide,
                                                     .parameters = request.parameters,
                                                     .provisioning_state = state_of(composed),
                                                     .steps = std::move(steps),
                                                     .extras = {{own_extra, own_members(composed)}}}};
}

}  // namespace tsg
