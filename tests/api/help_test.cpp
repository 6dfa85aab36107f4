// SPDX-License-Identifier: MIT
// Solutions and troubleshooters, in the shapes of the Help API.
#include <algorithm>
#include <set>

#include "renderers/help_api/help_solution_json.h"
#include "renderers/help_api/help_troubleshooter_json.h"
#include "tests/api/api_bench.h"
#include "tests/api/api_scenario.h"
#include "tools/api/troubleshooter_calls.h"

namespace tsg {

namespace {

using web::Method;
const std::string root = "/api/v1";
const std::string gateway = "application-gateway-502";

Answer put(ApiBench& bench, const std::string& path, const Json& properties) {
  return bench.send(Method::Put, root + path, Json{{"properties", properties}}.dump());
}

Json troubleshooter(ApiBench& bench, const std::string& name, web::Query query = {}) {
  const Answer answer = bench.get(root + "/troubleshooters/" + name, std::move(query));
  CAPTURE(answer.body);
  REQUIRE(answer.status == 200);
  const auto read = read_help_troubleshooter(answer.body);
  REQUIRE(read.value);
  CHECK(Json::parse(help_troubleshooter_json(*read.value)) == answer.json);
  return answer.json.at("properties");
}

Answer respond(ApiBench& bench, const std::string& name, const Json& body) {
  return bench.post(root + "/troubleshooters/" + name + "/continue", body);
}

Json response_to(const std::string& question, const std::string& response) {
  return Json::array({{{"questionId", question}, {"questionType", "RadioButton"}, {"response", response}}});
}

// The step that waits for an answer; null when none does.
Json running_step(const Json& properties) {
  for (const Json& step : properties.at("steps"))
    if (step.at("executionStatus") == "Running" && step.contains("inputs")) return step;
  return nullptr;
}

std::string session_of(ApiBench& bench, const std::string& name) {
  const Json sessions =
      bench.get(root + "/sessions", {{"label", "troubleshooter:" + name}}).json.at("sessions");
  for (const Json& each : sessions)
    if (each.at("label") == "troubleshooter:" + name) return each.at("id");
  return {};
}

Json parameters_of(const std::string& facts) {
  Json parameters = Json::object();
  const Json documents = Json::parse(facts);
  for (const auto& [key, document] : documents.items()) parameters[key] = document.dump();
  return parameters;
}

bool is_answer_to(const GivenAnswer& answer, const Json& step) {
  if (!step.contains("x-tsg") || !step.at("x-tsg").contains("step")) return false;
  const Json& own = step.at("x-tsg");
  return own.at("step") == answer.step &&
         (answer.subject.empty() || own.value("subject", "") == answer.subject);
}

// Each of the answers to each step that it is for, as the walk comes there.
void respond_to_all(ApiBench& bench, const std::string& name, const Answers& answers) {
  std::set<std::string> answered;
  bool more = true;
  while (more) {
    more = false;
    const Json steps = troubleshooter(bench, name).at("steps");
    for (const Json& step : steps) {
      const auto id = step.at("id").get<std::string>();
      for (const GivenAnswer& each : answers.answers) {
        if (!is_answer_to(each, step) || !answered.insert(id).second) continue;
        Json responses = response_to("0", each.option);
        for (const GivenInput& input : answers.inputs)
          if (input.step == each.step)
            responses.push_back(
                {{"questionId", input.name}, {"response", std::get<std::string>(input.value)}});
        const Answer taken = respond(bench, name, {{"stepId", id}, {"responses", responses}});
        CAPTURE(id, taken.body);
        REQUIRE(taken.status == 204);
        more = true;
      }
      if (more) break;
    }
  }
}

}  // namespace

TEST_CASE("a scenario's answers lead a troubleshooter where the scenario says") {
  ApiBench bench;
  for (const std::string& guide : own_content()->guides()) {
    Diagnostics diagnostics;
    const auto pack = own_content()->pack_of(guide);
    const Catalogue& catalogue = *pack->catalogue(pack->guide(guide)->domain);
    std::size_t walked = 0;
    for (const Scenario& scenario : read_scenarios(TSG_SOURCE_DIR, guide, diagnostics)) {
      if (scenario.answers.answers.empty() || walked == 6) continue;
      CAPTURE(scenario.file);
      const std::string name = guide + "-walk-" + std::to_string(++walked);
      Json parameters = parameters_of(facts_text(scenario, catalogue));
      if (!scenario.now.empty()) parameters["now"] = scenario.now;
      const Answer made =
          put(bench, "/troubleshooters/" + name, {{"solutionId", guide}, {"parameters", parameters}});
      CAPTURE(made.body);
      REQUIRE(made.status == 201);
      CHECK(made.json.at("properties").at("parameters").empty());
      respond_to_all(bench, name, scenario.answers);
      const Answer resolution = bench.get(root + "/sessions/" + session_of(bench, name) + "/resolution");
      const bool swept = !taken(bench.desk().view(session_of(bench, name))).found->state.facts.empty();
      if (swept || scenario.expect.checks.empty())
        CHECK(differences_in(scenario, resolution.body, *pack) == "");
      const Json told = Json::parse(resolution.body);
      const Json steps = troubleshooter(bench, name).at("steps");
      const auto solutions = std::count_if(steps.begin(), steps.end(),
                                           [](const Json& each) { return each.at("type") == "Solution"; });
      CHECK((solutions > 0) == !told.at("outcomes").empty());
    }
    CHECK(walked > 0);
  }
}

TEST_CASE("a guide is answered question by question until a solution is reached") {
  ApiBench bench;
  for (const std::string& guide : own_content()->guides()) {
    CAPTURE(guide);
    REQUIRE(put(bench, "/troubleshooters/t-" + guide, {{"solutionId", guide}}).status == 201);
    Json properties = troubleshooter(bench, "t-" + guide);
    CHECK(properties.at("provisioningState") == "Running");
    std::set<std::string> asked;
    for (Json step = running_step(properties); !step.is_null(); step = running_step(properties)) {
      if (!asked.insert(step.at("id")).second) break;
      const Json& input = step.at("inputs")[0];
      if (!input.contains("responseOptions")) break;
      const Json& chosen = input.at("responseOptions").front();
      const Answer answer = respond(
          bench, "t-" + guide,
          {{"stepId", step.at("id")}, {"responses", response_to(input.at("questionId"), chosen.at("key"))}});
      CAPTURE(answer.body);
      REQUIRE(answer.status == 204);
      properties = troubleshooter(bench, "t-" + guide);
    }
    CHECK(asked.size() > 1);
    CHECK(properties.at("steps").back().at("type") == "Solution");
  }
}

TEST_CASE("a name stands for one session, and only for its own") {
  ApiBench bench;
  const Json wanted = {{"solutionId", gateway}};
  const Answer made = put(bench, "/troubleshooters/run", wanted);
  REQUIRE(made.status == 201);
  CHECK(made.json.at("id") == "/providers/Microsoft.Help/troubleshooters/run");
  CHECK(bench.get(root + "/troubleshooters/ru").status == 404);
  CHECK(bench.get(root + "/troubleshooters/RUN").status == 404);
  CHECK(put(bench, "/troubleshooters/run1", wanted).status == 201);
  const Json step = running_step(made.json.at("properties"));
  const Json first = step.at("inputs")[0].at("responseOptions")[0];
  REQUIRE(respond(bench, "run", {{"stepId", step.at("id")}, {"responses", response_to("0", first.at("key"))}})
              .status == 204);
  const Answer again = put(bench, "/troubleshooters/run", wanted);
  CHECK(again.status == 200);
  CHECK(again.json.at("properties") == troubleshooter(bench, "run"));
  CHECK(again.json != made.json);
  CHECK(put(bench, "/troubleshooters/run", {{"solutionId", "site-to-site-vpn"}}).status == 409);
  CHECK(bench.get(root + "/sessions").json.at("sessions").size() == 2);
}

TEST_CASE("a troubleshooter begins again under another name, and the former takes no more") {
  ApiBench bench;
  const Json facts = {{"request", R"({"host": "contoso.com"})"}};
  put(bench, "/troubleshooters/run", {{"solutionId", gateway}, {"parameters", facts}});
  const auto restart = [&](const std::string& name) {
    return bench.send(Method::Post, root + "/troubleshooters/" + name + "/restart", "", "");
  };
  const Answer restarted = restart("run");
  CHECK(restarted.status == 200);
  CHECK(restarted.json == Json{{"troubleshooterResourceName", "run-2"}});
  CHECK(restart("run").json == Json{{"troubleshooterResourceName", "run-3"}});
  CHECK(restart("run-2").json == Json{{"troubleshooterResourceName", "run-4"}});
  CHECK(troubleshooter(bench, "run").at("provisioningState") == "Canceled");
  CHECK(troubleshooter(bench, "run-4").at("provisioningState") == "Running");
  const auto facts_of = [&](const std::string& name) {
    return taken(bench.desk().view(session_of(bench, name))).found->state.facts;
  };
  CHECK(facts_of("run").size() == 1);
  CHECK(facts_of("run-4") == facts_of("run"));
  const Answer late = respond(bench, "run", {{"stepId", "scope"}, {"responses", response_to("0", "yes")}});
  CHECK(late.status == 409);
  CHECK(late.json.at("type") == "urn:tsg:problem:ended");
  const auto end = [&] { return bench.send(Method::Post, root + "/troubleshooters/run-4/end", "", ""); };
  CHECK(end().status == 204);
  const Json ended = bench.get(root + "/sessions/" + session_of(bench, "run-4")).json;
  CHECK(end().status == 204);
  CHECK(bench.get(root + "/sessions/" + session_of(bench, "run-4")).json == ended);
  CHECK(troubleshooter(bench, "run-4").at("provisioningState") == "Canceled");
}

TEST_CASE("a response against the rule has a reason of its own") {
  ApiBench bench;
  const Json facts = {{"applicationGateway", R"({"name": "gw", "sku": {"tier": "Standard_v2"}})"}};
  put(bench, "/troubleshooters/run", {{"solutionId", gateway}, {"parameters", facts}});
  const Json step = running_step(troubleshooter(bench, "run"));
  const auto key = step.at("inputs")[0].at("responseOptions")[0].at("key").get<std::string>();
  respond(bench, "run", {{"stepId", step.at("id")}, {"responses", response_to("0", key)}});
  const std::string session = root + "/sessions/" + session_of(bench, "run");
  Json ruled;
  const Json way = bench.get(session).json.at("path");
  for (const Json& each : way)
    if (each.at("answeredBy") == "rule") ruled = each;
  REQUIRE(ruled.is_object());
  const Step& model =
      *own_content()->pack_of(gateway)->guide(gateway)->step(ruled.at("step").get<std::string>());
  for (const Option& option : model.options) {
    if (ruled.at("option") == option.id) continue;
    REQUIRE(
        respond(bench, "run", {{"stepId", model.id}, {"responses", response_to("0", option.id)}}).status ==
        204);
    break;
  }
  std::string reason;
  const Json after = bench.get(session).json.at("path");
  for (const Json& each : after)
    if (each.at("step") == model.id) reason = each.at("reason");
  CHECK(reason == help_api_reason);
}

TEST_CASE("members and words that came later than this program do no harm") {
  ApiBench bench;
  const Json body = {{"tags", {{"a", 1}}},
                     {"properties",
                      {{"solutionId", gateway},
                       {"provisioningState", "Dreaming"},
                       {"parameters", {{"ResourceURI", "subscriptions/x"}}},
                       {"steps", Json::array({{{"type", "Hologram"}, {"mood", "good"}}})}}}};
  const Answer made = bench.send(Method::Put, root + "/troubleshooters/run", body.dump());
  CHECK(made.status == 201);
  const Json step = running_step(made.json.at("properties"));
  Json responses = response_to("0", step.at("inputs")[0].at("responseOptions")[0].at("key"));
  responses[0]["questionType"] = "Telepathy";
  responses[0]["colour"] = "red";
  CHECK(respond(bench, "run", {{"stepId", step.at("id")}, {"responses", responses}, {"x", 1}}).status == 204);
  CHECK(respond(bench, "run", {{"stepId", step.at("id")}}).status == 204);
}

TEST_CASE("what is wrong with a request of the Help API is a problem, and changes nothing") {
  ApiBench bench;
  bench.canaries = {"CANARY"};
  put(bench, "/troubleshooters/run", {{"solutionId", gateway}});
  struct Refused {
    Method method = Method::Put;
    std::string path = {};
    std::string body = {};
    unsigned status = 0;
    std::string error = {};  // the path of the first error
  };
  const std::string facts = R"({"properties":{"solutionId":"application-gateway-502","parameters":)";
  const std::vector<Refused> table = {
      {Method::Put, "/troubleshooters/a b", "{}", 400, "name"},
      {Method::Put, "/troubleshooters/" + std::string(101, 'a'), "{}", 400, "name"},
      {Method::Put, "/solutions/a.b", "{}", 400, "name"},
      {Method::Put, "/troubleshooters/x", "{}", 400, "properties.solutionId"},
      {Method::Put, "/troubleshooters/x", "[]", 400, ""},
      {Method::Put, "/troubleshooters/x", R"({"properties":7})", 400, "properties"},
      {Method::Put, "/troubleshooters/x", R"({"properties":{"solutionId":"nothing"}})", 422, ""},
      {Method::Put, "/troubleshooters/x", facts + R"({"request":"CANARY"}}})", 422,
       "properties.parameters.request"},
      {Method::Put, "/troubleshooters/x", facts + R"({"request":"{\"CANARY\":1,\"CANARY\":"}}})", 422,
       "properties.parameters.request"},
      {Method::Put, "/troubleshooters/x", facts + R"({"now":"CANARY"}}})", 422, "properties.parameters.now"},
      {Method::Put, "/troubleshooters/x", facts + R"({"request":{"CANARY":1}}}})", 400,
       "properties.parameters"},
      {Method::Put, "/solutions/x", "{}", 400, "properties.solutionId"},
      {Method::Put, "/solutions/x", R"({"properties":{"solutionId":"nothing"}})", 422, ""},
      {Method::Put, "/solutions/x", R"({"properties":{"triggerCriteria":{}}})", 400,
       "properties.triggerCriteria"},
      {Method::Get, "/solutions/x", "", 404, ""},
      {Method::Get, "/troubleshooters/x", "", 404, ""},
      {Method::Post, "/troubleshooters/x/end", "", 404, ""},
      {Method::Post, "/troubleshooters/x/restart", "", 404, ""},
      {Method::Post, "/troubleshooters/x/continue", "{}", 404, ""},
      {Method::Post, "/troubleshooters/run/continue", "{}", 422, ""},
      {Method::Post, "/troubleshooters/run/continue", R"({"stepId":7})", 400, "stepId"},
      {Method::Post, "/troubleshooters/run/continue", R"({"stepId":"nothing"})", 422, ""},
      {Method::Post, "/troubleshooters/run/continue",
       R"({"stepId":"scope","responses":[{"questionId":"0","response":"maybe"}]})", 422, ""},
      {Method::Post, "/troubleshooters/run/continue",
       R"({"stepId":"scope","responses":[{"questionId":"7","response":"yes"}]})", 422, ""},
      {Method::Post, "/troubleshooters/run/continue",
       R"({"stepId":"sku","responses":[{"questionId":"0","response":"v1"}]})", 422, ""},
      {Method::Delete, "/troubleshooters/run", "", 405, ""},
  };
  const Json before = troubleshooter(bench, "run");
  for (const Refused& each : table) {
    CAPTURE(each.path, each.body);
    const bool bare = each.body.empty();
    const Answer answer =
        bench.send(each.method, root + each.path, each.body, bare ? "" : "application/json");
    CAPTURE(answer.body);
    CHECK(answer.status == each.status);
    if (!each.error.empty()) CHECK(answer.json.at("errors").at(0).at("path") == each.error);
  }
  CHECK(bench.send(Method::Put, root + "/solutions/x", "{}", "text/plain").status == 415);
  CHECK(troubleshooter(bench, "run") == before);
  CHECK(bench.get(root + "/sessions").json.at("sessions").size() == 1);
  bench.desk().renew(DeskContent::open(TSG_SOURCE_DIR, "site-to-site-vpn"));
  CHECK(bench.get(root + "/troubleshooters/run").status == 409);
}

TEST_CASE("every article is a solution by its id, and says what values it wants") {
  ApiBench bench;
  std::size_t wanting = 0;
  const Json articles = bench.get(root + "/articles").json.at("articles");
  for (const Json& each : articles) {
    const auto id = each.at("articleId").get<std::string>();
    CAPTURE(id);
    const Answer made = put(bench, "/solutions/s-1",
                            {{"triggerCriteria", Json::array({{{"name", "SolutionId"}, {"value", id}}})}});
    REQUIRE((made.status == 200 || made.status == 201));
    const auto read = read_help_solution(made.body);
    REQUIRE(read.value);
    CHECK(Json::parse(help_solution_json(*read.value)) == made.json);
    CHECK(bench.get(root + "/solutions/s-1").json == made.json);
    const Json& properties = made.json.at("properties");
    CHECK(properties.at("solutionId") == id);
    if (properties.at("provisioningState") != "MissingInputs") continue;
    ++wanting;
    Json values = Json::object();
    for (const Json& name : properties.at("x-tsg").at("requiredParameters"))
      values[name.get<std::string>()] = "<value & one>";
    REQUIRE_FALSE(values.empty());
    const Json filled =
        put(bench, "/solutions/s-2", {{"solutionId", id}, {"parameters", values}}).json.at("properties");
    CHECK(filled.at("provisioningState") == "Succeeded");
    CHECK(filled.dump().find("&lt;value &amp; one&gt;") != std::string::npos);
  }
  CHECK(wanting > 0);
}

TEST_CASE("a guide's article takes its values from facts, and gives none of them back") {
  ApiBench bench;
  Diagnostics diagnostics;
  std::size_t resolved = 0;
  const auto pack = own_content()->pack_of(gateway);
  const Guide& guide = *pack->guide(gateway);
  for (const Scenario& scenario : read_scenarios(TSG_SOURCE_DIR, gateway, diagnostics)) {
    if (!scenario.answers.answers.empty() || resolved == 5) continue;
    CAPTURE(scenario.file);
    Json parameters = parameters_of(facts_text(scenario, *pack->catalogue(guide.domain)));
    if (!scenario.now.empty()) parameters["now"] = scenario.now;
    const Json told = bench
                          .post(root + "/guides/" + gateway + "/resolve",
                                {{"facts", Json::parse(facts_text(scenario, *pack->catalogue(guide.domain)))},
                                 {"now", scenario.now},
                                 {"audience", "customer"}})
                          .json;
    if (told.at("conclusion") != "found" || told.at("outcomes").empty()) continue;
    const auto target = told.at("outcomes")[0].at("target").get<std::string>();
    const Document* document =
        pack->document_of(guide, {TargetKind::Outcome, target.substr(target.find(':') + 1), ""});
    if (document == nullptr || document->article.id().empty()) continue;
    ++resolved;
    const Json properties =
        put(bench, "/solutions/s",
            {{"solutionId", std::string(document->article.id())}, {"parameters", parameters}})
            .json.at("properties");
    CHECK(properties.at("provisioningState") == "Succeeded");
    CHECK_FALSE(properties.at("parameters").contains("applicationGateway"));
  }
  CHECK(resolved > 0);
  const Json whole = put(bench, "/solutions/g", {{"solutionId", gateway}}).json.at("properties");
  CHECK(whole.at("solutionId") == gateway);
  CHECK(whole.at("replacementMaps").at("troubleshooters")[0].at("solutionId") == gateway);
}

TEST_CASE("solutions are kept up to a number and a size, the oldest goes first") {
  SolutionShelf shelf;
  for (std::size_t i = 0; i < SolutionShelf::most_solutions; ++i) shelf.put(std::to_string(i), "x");
  CHECK(shelf.find("0") == "x");
  CHECK(shelf.put("0", "y") == SolutionShelf::Placed::Instead);
  CHECK(shelf.put("new", "z") == SolutionShelf::Placed::New);
  CHECK(shelf.find("0") == "y");
  CHECK_FALSE(shelf.find("1"));
  shelf.put("large", std::string(SolutionShelf::most_bytes, 'x'));
  CHECK(shelf.find("large"));
  CHECK_FALSE(shelf.find("0"));
  CHECK_FALSE(shelf.find("new"));
}

}  // namespace tsg
