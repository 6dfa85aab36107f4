// SPDX-License-Identifier: MIT
// Solutions and troubleshooters written and read.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "renderers/help_api/help_solution_json.h"
#include "renderers/help_api/help_solution_shape.h"
#include "renderers/help_api/help_troubleshooter_json.h"
#include "renderers/help_api/help_troubleshooter_shape.h"
#include "tests/help_api/random_shape.h"

namespace tsg {
namespace {

// Objects without what is null: absent and null mean the same.
nlohmann::json without_nulls(const nlohmann::json& json) {
  if (json.is_array()) {
    nlohmann::json list = nlohmann::json::array();
    for (const auto& each : json) list.push_back(without_nulls(each));
    return list;
  }
  if (!json.is_object()) return json;
  nlohmann::json object = nlohmann::json::object();
  for (const auto& [name, value] : json.items()) {
    if (!value.is_null()) object[name] = without_nulls(value);
  }
  return object;
}

TEST_CASE("whatever a solution, a troubleshooter or a request holds is read back equal") {
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    CAPTURE(seed);
    HelpSolution solution;
    test::RandomShape(seed).fill(solution);
    const auto solution_read = read_help_solution(help_solution_json(solution, seed % 2 == 0 ? 2 : 0));
    REQUIRE(solution_read.problem == "");
    REQUIRE(solution_read.value == solution);
    HelpTroubleshooter troubleshooter;
    test::RandomShape(seed).fill(troubleshooter);
    const auto read = read_help_troubleshooter(help_troubleshooter_json(troubleshooter));
    REQUIRE(read.problem == "");
    REQUIRE(read.value == troubleshooter);
    HelpContinue request;
    test::RandomShape(seed).fill(request);
    REQUIRE(read_help_continue(help_continue_json(request)).value == request);
  }
}

TEST_CASE("members and words that came later survive, each at its place") {
  const std::string later = R"({"id":"/x","name":"n","type":"Microsoft.Help/troubleshooters","tags":{"a":"b"},
    "systemData":{"createdAt":"2026-01-01T00:00:00Z","n":[1,2.5,-3e2,true,null]},
    "properties":{"provisioningState":"Paused","retryAfter":null,"newer":[{"deep":{"er":[]}}],"steps":[
      {"id":"1","type":"Riddle","executionStatus":"Sleeping","isLastStep":false,"weight":0.25,"insights":null,
       "inputs":[{"questionType":"Slider","questionContentType":"Speech","range":{"from":1,"to":9},
                  "responseValidationProperties":{"validationScope":"Roman","maxLength":10,"step":2},
                  "responseOptions":[{"key":"1","value":"one","icon":"x"}]}],
       "automatedCheckResults":{"type":"Shrug","colour":"blue"},
       "error":{"code":"E","details":[{"code":"D","additionalInfo":[{"type":"t","info":{}}]}]}}]}})";
  const auto read = read_help_troubleshooter(later);
  REQUIRE(read.problem == "");
  REQUIRE(read.value);
  const std::string again = help_troubleshooter_json(*read.value, 2);
  CHECK(without_nulls(nlohmann::json::parse(again)) == without_nulls(nlohmann::json::parse(later)));
  CHECK(read.value->properties->provisioning_state == "Paused");
  CHECK(read.value->properties->steps->front().type == "Riddle");
}

TEST_CASE("a solution of another writer is read with all that it says") {
  const std::string text = R"({"properties":{"content":"<p>a</p>","replacementMaps":{
    "diagnostics":[{"insights":[{"id":"i","importanceLevel":"Grave","results":"r","title":"t"}],
      "replacementKey":"<!--k-->","requiredParameters":null,"solutionId":"s","status":"Asleep","statusDetails":""}],
    "metricsBasedCharts":[{"name":"m","aggregationType":"Median","filterGroup":{"filter":[
      {"name":"f","values":"v","operator":"eq"}]},"timeSpanDuration":"1d"}],
    "webResults":[{"replacementKey":"<!--w-->","searchResults":[{"confidence":"Odd","rank":1,"link":"l"}]}],
    "videoGroups":[{"videos":[{"src":"a","title":"b"}]}],"videos":[],"maps":[{"a":1}],
    "troubleshooters":[{"solutionId":"t","title":"T","summary":"S"}]},
    "sections":[{"content":"c","replacementMaps":{},"title":"x"}],"parameters":{"a":"1","b":"2"},
    "triggerCriteria":[{"name":"SolutionId","value":"s"}],"solutionId":"s","title":"t"}})";
  const auto read = read_help_solution(text);
  REQUIRE(read.problem == "");
  CHECK(without_nulls(nlohmann::json::parse(help_solution_json(*read.value))) ==
        without_nulls(nlohmann::json::parse(text)));
  CHECK(read.value->properties->replacement_maps->diagnostics->front().status_details == "");
  CHECK_FALSE(read.value->properties->replacement_maps->diagnostics->front().required_parameters);
}

TEST_CASE("what cannot be read is told with its place") {
  struct Case {
    const char* text;
    const char* problem;
    std::size_t at;
  };
  const Case cases[] = {
      {R"([])", "the document must be an object", 0},
      {R"({"name":5})", "`name` must be a text", 8},
      {R"({"properties":[]})", "`properties` must be an object", 14},
      {R"({"properties":{"steps":[{},{"isLastStep":"no"}]}})",
       "`properties.steps[1].isLastStep` must be true or false", 41},
      {R"({"properties":{"steps":[{"inputs":[{"responseValidationProperties":{"maxLength":1.5}}]}]}})",
       "`properties.steps[0].inputs[0].responseValidationProperties.maxLength` must be a whole number of 64 "
       "bits",
       80},
      {R"({"properties":{"parameters":{"a":1}}})", "`properties.parameters` must be an object of texts", 33},
      {R"({"name":"a","name":"b"})", "the member `name` is there twice", 12},
      {R"({"later":{"a":1,"a":2}})", "the member `a` is there twice", 16},
      {R"({"name":"a",})", "this is not JSON as RFC 8259 has it", 12},
      {R"({name:"a"})", "this is not JSON as RFC 8259 has it", 1},
  };
  for (const Case& each : cases) {
    INFO(each.text);
    const auto read = read_help_troubleshooter(each.text);
    CHECK_FALSE(read.value);
    CHECK(read.problem == each.problem);
    CHECK(read.problem_at.begin == each.at);
  }
  for (const char* broken : {"", "{", "{\"name\":\"\xFF\"}", "{\"name\":\"a\"} x", "{\"a\":01}"}) {
    INFO(broken);
    CHECK_FALSE(read_help_troubleshooter(broken).value);
    CHECK(read_help_troubleshooter(broken).problem != "");
  }
}

TEST_CASE("nesting and size end at the limits of JSON bodies") {
  const std::string deep = "{\"x\":" + std::string(100, '[') + std::string(100, ']') + "}";
  CHECK(read_help_solution(deep).problem != "");
  std::string many = "{\"x\":[0";
  for (int i = 0; i < 100001; ++i) many += ",0";
  CHECK(read_help_solution(many + "]}").problem != "");
}

}  // namespace
}  // namespace tsg
