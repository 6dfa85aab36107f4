// SPDX-License-Identifier: MIT
#include "tools/serve/agent_handler.h"

#include <catch2/catch.hpp>

#include "renderers/escape_url.h"
#include "tests/desk/open_desk.h"
#include "tools/serve/case_values.h"

using namespace tsg;

namespace {

// A browser that keeps its cookie and reads the token of a form.
class Visitor {
 public:
  Visitor() : guard_(CsrfGuard::make().value()), handler_(open_.desk(), {}) {}

  OpenDesk& open() { return open_; }
  AgentHandler& handler() { return handler_; }

  web::Response get(const std::string& path, web::Query query = {}) {
    web::Request request;
    request.path = path;
    request.query = std::move(query);
    return send(request);
  }
  web::Response post(const std::string& path, const web::Query& fields, bool with_token = true) {
    web::Request request;
    request.method = web::Method::Post;
    request.path = path;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    for (const auto& [name, value] : fields) append(request.body, name, value);
    if (with_token) append(request.body, "csrf", guard_.browser_of(with_cookie({})).csrf);
    return send(request);
  }
  std::string body(const web::Response& response) { return std::string(web::bytes_of(response.body)); }

 private:
  static void append(std::string& body, std::string_view name, std::string_view value) {
    if (!body.empty()) body += '&';
    append_url_query(body, name);
    body += '=';
    append_url_query(body, value);
  }
  web::Request with_cookie(web::Request request) const {
    request.headers.push_back({"Cookie", "tsg-browser=one-of-a-kind"});
    return request;
  }
  web::Response send(web::Request request) {
    request = with_cookie(std::move(request));
    return handler_.answer(request, guard_.browser_of(request));
  }

  OpenDesk open_ = {};
  CsrfGuard guard_;
  AgentHandler handler_;
};

std::string location(const web::Response& response) {
  const std::string* to = web::find_header(response.headers, "Location");
  return to == nullptr ? std::string() : *to;
}

// The address of the case, without that of its question.
std::string case_of(const web::Response& opened) {
  const std::string to = location(opened);
  return to.substr(0, to.find('?'));
}

}  // namespace

TEST_CASE("the templates of the pages have no fault") {
  CHECK(AgentPages().diagnostics().empty());
}

TEST_CASE("a case is opened, answered and ended by forms alone") {
  Visitor visitor;
  const web::Response opened =
      visitor.post("/guides/application-gateway-502/cases", {{"label", "4711"}, {"pasted", ""}, {"now", ""}});
  REQUIRE(opened.status == 303);
  const std::string address = case_of(opened);
  const std::string page = visitor.body(visitor.get(address));
  CHECK(page.find("<legend><h1>Does the gateway answer this request with 502 every time?</h1>") !=
        std::string::npos);
  const web::Response answered = visitor.post(
      address + "/answer", {{"step", "scope"}, {"subject", ""}, {"act", "answer"}, {"option", "no"}});
  CHECK(answered.status == 303);
  const std::string end = visitor.body(visitor.get(location(answered)));
  CHECK(end.find("This is not the symptom that this guide explains") != std::string::npos);
  CHECK(end.find("/notes?format=markdown") != std::string::npos);
  CHECK(visitor.body(visitor.get(address + "/notes")).find("# Case notes:") != std::string::npos);
  CHECK(visitor.post(address + "/undo", {}).status == 303);
  CHECK(visitor.body(visitor.get(address)).find("<legend><h1>Does the gateway") != std::string::npos);
  CHECK(visitor.post(address + "/delete", {}).status == 303);
  CHECK(visitor.get(address).status == 404);
}

TEST_CASE("a form without an answer is shown again with what is wrong, in the title too") {
  Visitor visitor;
  const std::string address = case_of(visitor.post("/guides/application-gateway-502/cases", {}));
  const web::Response again =
      visitor.post(address + "/answer", {{"step", "scope"}, {"subject", ""}, {"act", "answer"}});
  CHECK(again.status == 422);
  CHECK(visitor.body(again).find("<title>Error: ") != std::string::npos);
  CHECK(visitor.body(again).find("id=\"error\"") != std::string::npos);
}

TEST_CASE("a form without this browser's token changes nothing") {
  Visitor visitor;
  CHECK(visitor.post("/guides/application-gateway-502/cases", {}, false).status == 403);
  CHECK(visitor.post("/guides/application-gateway-502/cases", {{"csrf", "guessed"}}, false).status == 403);
  CHECK(visitor.open().store().heads({}).value().empty());
}

TEST_CASE("an undo of a page that is out of date takes nothing back") {
  Visitor visitor;
  const std::string address = location(visitor.post("/guides/application-gateway-502/cases", {}));
  const std::string id = address.substr(address.rfind('/') + 1);
  visitor.open().answer(id.substr(0, id.find('?')), "scope", "yes");
  const std::string here = address.substr(0, address.find('?'));
  CHECK(visitor.post(here + "/undo", {{"seen", "1"}}).status == 422);
  CHECK(visitor.post(here + "/undo", {{"seen", "2"}}).status == 303);
}

TEST_CASE("what was kept is told") {
  Visitor visitor;
  const std::string address = location(visitor.post("/guides/application-gateway-502/cases", {}));
  const std::string here = address.substr(0, address.find('?'));
  const web::Response kept = visitor.post(here + "/remark", {{"remark", "calls at noon"}});
  CHECK(location(kept) == here + "?kept=remark");
  CHECK(visitor.body(visitor.get(here, {{"kept", "remark"}})).find("role=\"status\"") != std::string::npos);
}

TEST_CASE("the end of a case shows what the checks found besides") {
  Visitor visitor;
  const std::string id = visitor.open().open(gateway_guide, {lab_facts})->head.id;
  const std::string page = visitor.body(visitor.get("/cases/" + id));
  CHECK(page.find("All servers of a pool are down") != std::string::npos);
}

TEST_CASE("looking at a page changes nothing") {
  Visitor visitor;
  const std::string address = case_of(visitor.post("/guides/application-gateway-502/cases", {}));
  for (const char* part : {"/answer", "/undo", "/delete", "/facts", "/remark", "/rate"})
    CHECK(visitor.get(address + part).status == 404);
  CHECK(visitor.get("/guides/application-gateway-502/cases").status != 303);
  CHECK(visitor.open().store().heads({}).value().size() == 1);
}

TEST_CASE("a permalink holds answers by their ids, sorted, and the content's digest") {
  Visitor visitor;
  const std::string id = visitor.open().open(gateway_guide, {lab_facts})->head.id;
  visitor.open().answer(id, "sku", "v2");
  const auto view = visitor.open().answer(id, "scope", "yes");
  const std::string link = permalink(*view, {"tls-error", "ca-orders.example"});
  const std::string digest = own_content()->pack_of(gateway_guide)->guide(gateway_guide)->digest;
  CHECK(link == "/guides/application-gateway-502/tls-error?scope=yes&sku=v2&v=" + digest);
}

TEST_CASE("a permalink shows its question, and says when the guide has changed") {
  Visitor visitor;
  const std::string page =
      visitor.body(visitor.get("/guides/application-gateway-502/sku", {{"scope", "yes"}, {"v", "old"}}));
  CHECK(page.find("<legend><h1>Is the gateway of the first or the second generation?</h1>") !=
        std::string::npos);
  CHECK(page.find("The guide has changed since this link was made") != std::string::npos);
  CHECK(visitor.get("/guides/application-gateway-502/sku", {{"scope", "perhaps"}}).status == 422);
  CHECK(visitor.get("/guides/application-gateway-502/sku", {{"nowhere", "yes"}}).status == 422);
  CHECK(visitor.get("/guides/nothing/sku").status == 404);
}

TEST_CASE("hostile text comes back as text") {
  Visitor visitor;
  const std::string hostile = "\"><script>alert(1)</script>{{ page.title }}";
  const std::string address =
      case_of(visitor.post("/guides/application-gateway-502/cases", {{"label", hostile}}));
  visitor.post(address + "/remark", {{"remark", hostile}});
  for (const std::string& path : {address, std::string("/"), std::string("/cases"), address + "/notes"}) {
    const std::string page = visitor.body(visitor.get(path, {{"q", ""}}));
    INFO(path);
    CHECK(page.find("<script>alert") == std::string::npos);
  }
  const std::string found = visitor.body(visitor.get("/", {{"q", hostile}}));
  CHECK(found.find("<script>alert") == std::string::npos);
}
