// SPDX-License-Identifier: MIT
#include "engine/loader/problem_menu_body.h"

namespace tsg {

namespace {

MenuProblem read_problem(const JsonValue& problem) {
  const JsonValue solution = problem.member("commonSolutionArticleId");
  return {.id = problem.member("id").text(),
          .title = problem.member("title").text(),
          .description = problem.member("description").text(),
          .category = problem.member("category").text(),
          .search_tags = problem.member("searchTags").text(),
          .support_topic_id = problem.member("supportTopicId").text(),
          .solution_article_id = solution.text(),
          .symptom_id = problem.member("symptomId").text(),
          .range = problem.range(),
          .solution_range = solution.range()};
}

std::vector<BladeParameter> read_parameters(const JsonValue& list) {
  std::vector<BladeParameter> parameters;
  for (const JsonValue each : list.children())
    parameters.push_back({each.member("name").text(), each.member("value").text()});
  return parameters;
}

MenuTool read_tool(const JsonValue& tool) {
  const JsonValue blade = tool.member("bladeLink");
  return {.id = tool.member("id").text(),
          .title = tool.member("title").text(),
          .description = tool.member("description").text(),
          .category = tool.member("category").text(),
          .search_tags = tool.member("searchTags").text(),
          .extension = blade.member("extensionName").text(),
          .blade = blade.member("bladeName").text(),
          .parameters = read_parameters(blade.member("parameters"))};
}

}  // namespace

ProblemMenu read_problem_menu(const JsonValue& root) {
  ProblemMenu menu;
  for (const JsonValue problem : root.member("commonProblems").children()) {
    if (!problem.is(JsonKind::Object)) continue;
    menu.problems.push_back(read_problem(problem));
    for (const JsonValue below : problem.member("subProblems").children()) {
      if (below.is(JsonKind::Object)) menu.problems.back().below.push_back(read_problem(below));
    }
  }
  for (const JsonValue tool : root.member("troubleshootingTools").children()) {
    if (tool.is(JsonKind::Object)) menu.tools.push_back(read_tool(tool));
  }
  return menu;
}

}  // namespace tsg
