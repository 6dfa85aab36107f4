// SPDX-License-Identifier: MIT
#include "tools/api/solution_calls.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/composer/compose.h"
#include "engine/text/ascii.h"
#include "engine/text/excerpt.h"
#include "renderers/help_api/article_solution.h"
#include "renderers/help_api/diagnostic_runs.h"
#include "renderers/help_api/help_solution_json.h"
#include "renderers/help_api/help_words.h"
#include "tools/api/case_problem.h"
#include "tools/api/help_parameters.h"
#include "tools/api/help_request.h"
#include "tools/api/resource_name.h"
#include "tools/api/solution_source.h"

namespace tsg {

namespace {

using Parts = std::vector<FilledArticle>;

struct Wanted {
  std::string id = {};
  std::vector<HelpTriggerCriterion> criteria = {};
  HelpMap parameters = {};
};

std::variant<Wanted, Problem> read_wanted(const web::Request& request) {
  auto read = read_help_request(request, read_help_solution);
  if (const auto* problem = std::get_if<Problem>(&read)) return *problem;
  const auto properties = std::get<0>(read).properties.value_or(HelpSolutionProperties());
  Wanted wanted = {.id = properties.solution_id.value_or(""),
                   .criteria = properties.trigger_criteria.value_or(std::vector<HelpTriggerCriterion>()),
                   .parameters = properties.parameters.value_or(HelpMap())};
  for (const HelpTriggerCriterion& each : wanted.criteria)
    if (wanted.id.empty() && equal_ignoring_case(each.name.value_or(""), help_words::solution_id))
      wanted.id = each.value.value_or("");
  if (wanted.id.empty())
    return wrong_shape("`properties.solutionId` must be the id of an article or a guide");
  return wanted;
}

Problem unknown_solution(const std::string& id) {
  return {.kind = ProblemKind::UnknownSolution,
          .detail = fmt::format("there is no article and no guide `{}`", excerpt(id)),
          .help = "see /api/v1/articles and /api/v1/guides",
          .errors = {}};
}

// As the resolution has them; none when the walk did not come to the article.
Parts parts_of(const Resolution& resolution, const SolutionSource& source) {
  const auto is_shown = [&](const std::string& guide, const Target& target) {
    const Guide* of = source.pack->guide(guide);
    return of != nullptr && source.pack->document_of(*of, target) == source.document;
  };
  Parts parts;
  for (const ReachedOutcome& each : resolution.outcomes)
    if (is_shown(each.guide, each.target)) parts.insert(parts.end(), each.parts.begin(), each.parts.end());
  for (const CheckResult& each : resolution.checks)
    if (is_shown(resolution.guide, each.target))
      parts.insert(parts.end(), each.parts.begin(), each.parts.end());
  return parts;
}

bool is_filled(const FilledArticle& part, std::string_view placeholder) {
  return std::any_of(part.values.begin(), part.values.end(), [placeholder](const FilledValue& each) {
    return equal_ignoring_case(each.placeholder, placeholder) && each.origin != ValueOrigin::Default;
  });
}

void fill(FilledArticle& part, const std::string& placeholder, const std::string& value) {
  if (is_filled(part, placeholder)) return;
  std::erase_if(part.values, [&placeholder](const FilledValue& each) {
    return equal_ignoring_case(each.placeholder, placeholder);
  });
  part.values.push_back({.placeholder = placeholder, .value = value, .origin = ValueOrigin::Input});
}

// What rules and facts left open, parameters fill.
void fill_parts(Parts& parts, const Document& document, const HelpMap& values) {
  for (const std::string& placeholder : document.compiled.placeholders) {
    for (const HelpEntry& each : values.entries) {
      if (!equal_ignoring_case(each.name, placeholder)) continue;
      if (parts.empty()) parts.emplace_back();
      for (FilledArticle& part : parts) fill(part, placeholder, each.value);
    }
  }
}

HelpTroubleshooterLink link_to(const Guide& guide) {
  const Step* start = guide.step(guide.start);
  return {.solution_id = guide.id,
          .title = guide.title,
          .summary = start == nullptr ? std::string() : start->question};
}

// What the guide says over the facts among the parameters.
std::optional<web::Response> add_resolution(const ApiCall& call, const SolutionSource& source,
                                            SolutionRequest& request) {
  auto read = read_help_parameters(*call.desk.content(), source.guide, request.parameters);
  if (const auto* problem = std::get_if<Problem>(&read)) return call.refuse(*problem);
  auto& parameters = std::get<HelpParameters>(read);
  // Documents may hold secrets: they are not given back.
  request.parameters = std::move(parameters.rest);
  if (parameters.documents.empty()) return std::nullopt;
  const Result<CaseReading> looked = call.desk.look(
      {.guide = source.guide, .facts = std::move(parameters.documents), .now = parameters.now});
  if (!looked.ok()) return call.fail(looked.error());
  if (looked.value().problem) return call.refuse(problem_of(*looked.value().problem));
  const CaseView& view = *looked.value().found;
  const Resolution& resolution = view.walk.resolution;
  request.parts = parts_of(resolution, source);
  request.runs = diagnostic_runs(
      resolution, compose(resolution, *view.pack, {.audience = Audience::Customer}), *view.pack);
  return std::nullopt;
}

web::Response made_solution(const ApiCall& call, const SolutionSource& source, SolutionRequest request) {
  if (!source.guide.empty())
    if (auto refusal = add_resolution(call, source, request)) return *std::move(refusal);
  fill_parts(request.parts, *source.document, request.parameters);
  if (source.kind == SolutionKind::Guide)
    request.troubleshooters = {link_to(*source.pack->guide(source.guide))};
  HelpSolution solution = article_solution(*source.document, request);
  if (source.kind == SolutionKind::Guide) solution.properties->solution_id = source.guide;
  std::string json = help_solution_json(solution);
  const auto placed = call.help.solutions.put(request.name, json);
  return json_response(std::move(json), placed == SolutionShelf::Placed::New ? 201 : 200);
}

}  // namespace

web::Response put_solution(const ApiCall& call) {
  const std::string& name = call.names.front();
  if (const auto wrong = wrong_resource_name(name)) return call.refuse(*wrong);
  auto read = read_wanted(call.request);
  if (const auto* problem = std::get_if<Problem>(&read)) return call.refuse(*problem);
  auto& wanted = std::get<Wanted>(read);
  const auto content = call.desk.content();
  const auto source = find_solution(*content, call.packs.whole_pack(content), wanted.id);
  if (!source) return call.refuse(unknown_solution(wanted.id));
  return made_solution(call, *source,
                       {.name = name,
                        .trigger_criteria = std::move(wanted.criteria),
                        .parameters = std::move(wanted.parameters),
                        .root = source->pack->root,
                        .portal = source->pack->portal});
}

web::Response show_solution(const ApiCall& call) {
  if (auto json = call.help.solutions.find(call.names.front())) return json_response(*std::move(json));
  return call.refuse({.kind = ProblemKind::NotFound,
                      .detail = fmt::format("there is no solution `{}`", excerpt(call.names.front())),
                      .help = "make it with PUT: solutions are kept in memory alone",
                      .errors = {}});
}

}  // namespace tsg
