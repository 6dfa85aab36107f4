// SPDX-License-Identifier: MIT
// What is refused, and how.
#include <filesystem>
#include <fstream>

#include "tests/api/api_bench.h"

namespace tsg {

namespace {

using web::Method;
const std::string root = "/api/v1";
const std::string gateway = "application-gateway-502";

std::string kind_of(const Answer& answer) {
  const auto type = answer.json.at("type").get<std::string>();
  return type.substr(type.rfind(':') + 1);
}

struct Refused {
  Method method = Method::Get;
  std::string path = {};
  std::string body = {};
  unsigned status = 0;
  std::string kind = {};
  std::string error = {};  // the path of the first error; empty: none is named
};

}  // namespace

TEST_CASE("what is wrong with a request is told by kind and path") {
  ApiBench bench;
  const std::string id = bench.session({{"guide", gateway}}).at("id");
  const std::string session = root + "/sessions/" + id;
  const std::string resolve = root + "/guides/" + gateway + "/resolve";
  const std::vector<Refused> table = {
      {Method::Get, "/api", "", 404, "not-found", ""},
      {Method::Get, "/api/v2/guides", "", 404, "not-found", ""},
      {Method::Get, root, "", 404, "not-found", ""},
      {Method::Get, root + "/openapi.json", "", 404, "not-found", ""},
      {Method::Get, root + "/guides/application-gateway-503", "", 404, "not-found", ""},
      {Method::Post, root + "/guides/nothing/resolve", "{}", 404, "not-found", ""},
      {Method::Get, root + "/articles/nothing", "", 404, "not-found", ""},
      {Method::Post, root + "/forms/nothing/visibility", "{}", 404, "not-found", ""},
      {Method::Get, root + "/sessions/zzzz", "", 404, "not-found", ""},
      {Method::Delete, root + "/sessions/zzzz", "", 404, "not-found", ""},
      {Method::Post, root + "/sessions/zzzz/events", R"({"kind":"undo"})", 404, "not-found", ""},
      {Method::Get, root + "/sessions/zzzz/notes", "", 404, "not-found", ""},
      {Method::Delete, root + "/guides", "", 405, "method-not-allowed", ""},
      {Method::Put, session, "{}", 405, "method-not-allowed", ""},
      {Method::Post, root + "/sessions", "", 400, "not-json", ""},
      {Method::Post, root + "/sessions", "[]", 400, "not-json", ""},
      {Method::Post, root + "/sessions", "\"x\"", 400, "not-json", ""},
      {Method::Post, root + "/sessions", "{\"guide\":\"x\",}", 400, "not-json", ""},
      {Method::Post, root + "/sessions", "{guide:\"x\"}", 400, "not-json", ""},
      {Method::Post, root + "/sessions", "{\"guide\":\"\xFF\"}", 400, "not-json", ""},
      {Method::Post, root + "/sessions", "{} {}", 400, "not-json", ""},
      {Method::Post, root + "/sessions", R"({"guide":"a","guide":"b"})", 400, "not-json", ""},
      {Method::Post, root + "/sessions", "{}", 400, "invalid-request", "guide"},
      {Method::Post, root + "/sessions", R"({"guide":7})", 400, "invalid-request", "guide"},
      {Method::Post, root + "/sessions", R"({"guide":"g","facts":[]})", 400, "invalid-request", "facts"},
      {Method::Post, root + "/sessions", R"({"guide":"g"})", 422, "unknown-guide", ""},
      {Method::Post, root + "/sessions", R"({"guide":"application-gateway-502","now":"today"})", 422,
       "wrong-facts", "now"},
      {Method::Post, resolve, R"({"answers":{}})", 400, "invalid-request", "answers"},
      {Method::Post, resolve, R"({"answers":[7]})", 400, "invalid-request", "answers[0]"},
      {Method::Post, resolve, R"({"answers":[{"step":"sku","option":"v1"},{"step":[],"option":"v1"}]})", 400,
       "invalid-request", "answers[1].step"},
      {Method::Post, resolve, R"({"inputs":[{"step":"sku","name":"n","value":{}}]})", 400, "invalid-request",
       "inputs[0].value"},
      {Method::Post, resolve, R"({"audience":"all"})", 400, "invalid-request", "audience"},
      {Method::Post, resolve, R"({"answers":[{"step":"no-such","option":"v1"}]})", 422, "wrong-answer", ""},
      {Method::Post, session + "/events", "{}", 400, "invalid-request", "kind"},
      {Method::Post, session + "/events", R"({"kind":"ask"})", 400, "invalid-request", "kind"},
      {Method::Post, session + "/events", R"({"kind":"answer","step":"scope"})", 400, "invalid-request",
       "option"},
      {Method::Post, session + "/events", R"({"kind":"note","text":""})", 400, "invalid-request", "text"},
      {Method::Post, session + "/events", R"({"kind":"note","text":"x","after":-1})", 400, "invalid-request",
       "after"},
      {Method::Post, session + "/events", R"({"kind":"note","text":"x","after":1.5})", 400, "invalid-request",
       "after"},
      {Method::Post, session + "/events", R"({"kind":"facts"})", 400, "invalid-request", "facts"},
      {Method::Post, session + "/events", R"({"kind":"undo"})", 422, "nothing-to-undo", ""},
      {Method::Post, session + "/events", R"({"kind":"answer","step":"scope","option":"maybe"})", 422,
       "wrong-answer", ""},
      {Method::Post, session + "/events", R"({"kind":"set-aside","step":"direct-try"})", 422, "wrong-answer",
       ""},
      {Method::Post, session + "/events", R"({"kind":"rate","step":"direct-try","option":"helped"})", 422,
       "wrong-answer", ""},
      {Method::Post, session + "/events", R"({"kind":"note","text":"x","after":7})", 409, "conflict", ""},
  };
  for (const Refused& each : table) {
    CAPTURE(each.path, each.body);
    const bool bare = each.method == Method::Get || each.method == Method::Delete;
    const Answer answer = bench.send(each.method, each.path, each.body, bare ? "" : "application/json");
    CHECK(answer.status == each.status);
    CHECK(kind_of(answer) == each.kind);
    CHECK(answer.json.at("instance") == each.path);
    if (!each.error.empty()) CHECK(answer.json.at("errors").at(0).at("path") == each.error);
  }
  CHECK(bench.get(session).json.at("events") == 1);
}

TEST_CASE("parameters are held to what they may be") {
  ApiBench bench;
  const std::string id = bench.session({{"guide", gateway}}).at("id");
  const std::vector<std::pair<std::string, web::Query>> table = {
      {"/sessions", {{"limit", "0"}}},
      {"/sessions", {{"limit", "501"}}},
      {"/sessions", {{"limit", "ten"}}},
      {"/sessions", {{"limit", "5"}, {"limit", "6"}}},
      {"/sessions", {{"state", "done"}}},
      {"/sessions", {{"after", "nowhere"}}},
      {"/sessions", {{"after", "2026-11-28T12:00:00Z,"}}},
      {"/sessions/" + id + "/notes", {{"format", "pdf"}}},
      {"/sessions/" + id + "/notes", {{"audience", "all"}}},
      {"/sessions/" + id + "/message", {{"format", ""}}},
      {"/articles/x", {{"audience", "all"}}},
  };
  for (const auto& [path, query] : table) {
    CAPTURE(path, query.front());
    const Answer answer = bench.get(root + path, query);
    CHECK(answer.status == 400);
    CHECK(answer.json.at("errors").at(0).at("path") == "?" + query.front().first);
  }
  CHECK(bench.get(root + "/sessions", {{"limit", "500"}, {"colour", "red"}}).status == 200);
}

TEST_CASE("a broken body is told with line and column") {
  ApiBench bench;
  const Answer answer = bench.send(Method::Post, root + "/sessions", "{\n  \"guide\": \"x\"\n  \"now\": 1}");
  CHECK(answer.status == 400);
  CHECK(answer.json.at("detail").get<std::string>().find("line 3, column 3") != std::string::npos);
}

TEST_CASE("a method that a path has not is refused with those it has") {
  ApiBench bench;
  const auto allow = [&](Method method, const std::string& path) {
    const Answer answer = bench.send(method, root + path, "", "");
    CHECK(answer.status == 405);
    return *web::find_header(answer.headers, "Allow");
  };
  CHECK(allow(Method::Put, "/sessions") == "POST, GET, HEAD");
  CHECK(allow(Method::Post, "/sessions/x") == "GET, HEAD, DELETE");
  CHECK(allow(Method::Get, "/sessions/x/events") == "POST");
  CHECK(allow(Method::Head, "/sessions/x/events") == "POST");
}

TEST_CASE("only what is said to be JSON is read") {
  ApiBench bench;
  const std::string body = R"({"guide":"application-gateway-502"})";
  for (const std::string type : {"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data",
                                 "application/jsonp", "text/json", "application/json, text/plain"}) {
    CAPTURE(type);
    const Answer answer = bench.send(Method::Post, root + "/sessions", body, type);
    CHECK(answer.status == 415);
  }
  for (const std::string type : {"application/json", "Application/JSON", "application/json; charset=utf-8"})
    CHECK(bench.send(Method::Post, root + "/sessions", body, type).status == 201);
  CHECK(bench.get(root + "/sessions").json.at("sessions").size() == 3);
}

TEST_CASE("what facts hold is in no answer that refuses them") {
  ApiBench bench;
  bench.canaries = {"CANARY"};
  const std::string id = bench.session({{"guide", "site-to-site-vpn"}}).at("id");
  const std::vector<std::string> facts = {
      R"({"keyDigests":{"azure":{"method":"m","digest":"CANARY"},"device":{"method":"m","digest":"CANARY"}}})",
      R"({"keyDigests":{"azure":{"method":"m","digest":["CANARY"]},"device":"CANARY"}})",
      R"({"keyDigests":{"azure":{"method":"m","digest":"CANARY","digest":"CANARY"}}})",
      R"({"connection":{"sharedKey":"CANARY"}})",
      R"({"connection":{"sharedKey":"CANARY","name":"c","name":"CANARY"}})",
      R"({"connection":{"CANARY":1,"CANARY":2}})",
      R"({"CANARY":{"x":1},"connection":"CANARY"})",
      R"({"connection":["CANARY"],"connection":["CANARY"]})",
      R"({"connection":{"sharedKey":CANARY}})",
      R"({"connection":{"sharedKey":"CANARY})",
      R"({"connection":{"sharedKey":"CANARY",}})",
      R"({"connection":{CANARY:"x"}})",
      R"({"connection":{"sharedKey":"CANARY)"
      "\n"
      R"("}})",
      R"({"connection":{"sharedKey":"\uD800CANARY"}})",
      R"({"connection":{"CANARY":1e999}})",
      R"({"connection":{"CANARY":123456789012345678901234567890}})",
      R"({"now":"CANARY"})",
      R"({"_gathered":{"connection":{"at":"CANARY","tool":"CANARY"}}})",
      R"({"connection":{"properties":{"sharedKey":"CANARY"},"sharedKey":"CANARY2"}})",
      R"("CANARY")",
      R"(["CANARY"])",
      "CANARY",
      "{\"connection\":{\"sharedKey\":\"CANARY\xFF\"}}",
  };
  std::size_t refused = 0;
  for (const std::string& each : facts) {
    CAPTURE(each);
    const std::vector<std::pair<std::string, std::string>> requests = {
        {root + "/sessions", R"({"guide":"site-to-site-vpn","facts":)" + each + "}"},
        {root + "/sessions", R"({"facts":)" + each + R"(,"guide":"site-to-site-vpm"})"},
        {root + "/guides/site-to-site-vpn/resolve", R"({"facts":)" + each + "}"},
        {root + "/sessions/" + id + "/events", R"({"kind":"facts","facts":)" + each + "}"},
        {root + "/sessions/" + id + "/events", R"({"kind":"note","facts":)" + each + "}"},
    };
    for (const auto& [path, body] : requests)
      if (bench.send(Method::Post, path, body).status >= 400) ++refused;
    for (const std::string part : {"", "/resolution", "/notes", "/message"})
      bench.get(root + "/sessions/" + id + part);
  }
  CHECK(refused > facts.size());
}

TEST_CASE("a machine that fails says so, and nothing of itself") {
  ApiBench bench(own_content(), {.most_pages = 24});
  Answer answer;
  const std::string label(60'000, 'x');
  for (int i = 0; i < 20 && answer.status != 503; ++i)
    answer = bench.post(root + "/sessions", {{"guide", gateway}, {"label", label}});
  REQUIRE(answer.status == 503);
  CHECK(kind_of(answer) == "unavailable");
  CHECK(*web::find_header(answer.headers, "Retry-After") == "5");
  CHECK(answer.body.find("sessions.db") == std::string::npos);
  CHECK(answer.body.find("sqlite") == std::string::npos);
  REQUIRE(bench.reported.size() == 1);
  CHECK(bench.get(root + "/sessions").status == 200);
}

}  // namespace tsg
