// SPDX-License-Identifier: MIT
// A case from its opening to its end.
#include <set>

#include "renderers/case_notes.h"
#include "tests/api/api_bench.h"

namespace tsg {

namespace {

const std::string root = "/api/v1";
const std::string gateway = "application-gateway-502";

// The option of the question that is asked; one that only wants values is set aside.
Json answer_of_question(const Json& session, std::size_t option = 0) {
  const Json& question = session.at("question");
  if (question.at("options").empty())
    return {{"kind", "set-aside"}, {"step", question.at("step")}, {"subject", question.at("subject")}};
  return {{"kind", "answer"},
          {"step", question.at("step")},
          {"subject", question.at("subject")},
          {"option", question.at("options").at(option).at("id")},
          {"after", session.at("events")}};
}

std::string id_of(const Json& session) {
  return session.at("id").get<std::string>();
}

}  // namespace

TEST_CASE("a session is opened, found at its Location, and deleted") {
  ApiBench bench;
  const Answer opened = bench.post(
      root + "/sessions", {{"guide", gateway}, {"label", "case 7"}, {"now", "2026-11-20T12:00:00Z"}});
  REQUIRE(opened.status == 201);
  const std::string place = *web::find_header(opened.headers, "Location");
  CHECK(place == root + "/sessions/" + id_of(opened.json));
  const Answer found = bench.get(place);
  CHECK(found.json == opened.json);
  CHECK(found.json.at("label") == "case 7");
  CHECK(found.json.at("openedAt") == bench.clock);
  CHECK(found.json.at("events") == 1);
  CHECK(found.json.at("state") == "open");
  CHECK(found.json.at("question").at("step") == "scope");
  CHECK_FALSE(found.json.at("question").at("options").empty());
  CHECK(bench.send(web::Method::Head, place, "", "").body == found.body);
  CHECK(bench.send(web::Method::Delete, place, "", "").status == 204);
  CHECK(bench.get(place).status == 404);
  CHECK(bench.send(web::Method::Delete, place, "", "").status == 404);
}

TEST_CASE("who has not seen the last event is told, and nothing happens") {
  ApiBench bench;
  const Json first = bench.session({{"guide", gateway}});
  const Json event = answer_of_question(first);
  REQUIRE(bench.event(id_of(first), event).status == 200);
  const Answer late = bench.event(id_of(first), event);
  CHECK(late.status == 409);
  CHECK(late.json.at("events") == 2);
  CHECK(bench.get(root + "/sessions/" + id_of(first)).json.at("events") == 2);
}

TEST_CASE("an answer is undone, changed, set aside") {
  ApiBench bench;
  const Json first = bench.session({{"guide", gateway}});
  const std::string id = id_of(first);
  const Json second = bench.event(id, answer_of_question(first)).json;
  CHECK(second.at("path").at(0).at("answeredBy") == "agent");
  CHECK_FALSE(second.at("question") == first.at("question"));
  const Json undone = bench.event(id, {{"kind", "undo"}}).json;
  CHECK(undone.at("question") == first.at("question"));
  CHECK(undone.at("path") == first.at("path"));
  const Json aside = bench.event(id, {{"kind", "set-aside"}, {"step", "scope"}}).json;
  CHECK_FALSE(aside.at("question") == first.at("question"));
  CHECK(aside.at("open").at(0).at("step") == "scope");
}

TEST_CASE("an answer against the rule wants a reason, and the path keeps both") {
  ApiBench bench;
  const Json gateway_facts = {{"name", "gw"}, {"sku", {{"name", "Standard_v2"}, {"tier", "Standard_v2"}}}};
  Json session = bench.session({{"guide", gateway}, {"facts", {{"applicationGateway", gateway_facts}}}});
  const std::string id = id_of(session);
  session = bench.event(id, answer_of_question(session)).json;
  Json by_rule;
  for (const Json& visit : session.at("path"))
    if (visit.at("answeredBy") == "rule") by_rule = visit;
  REQUIRE(by_rule.is_object());
  CHECK_FALSE(by_rule.at("evidence").empty());
  const Json guide = bench.get(root + "/guides/" + gateway).json;
  Json other;
  for (const Json& step : guide.at("steps")) {
    if (step.at("id") != by_rule.at("step")) continue;
    for (const Json& option : step.at("options"))
      if (option.at("id") != by_rule.at("option")) other = option.at("id");
  }
  Json event = {{"kind", "answer"}, {"step", by_rule.at("step")}, {"option", other}};
  const Answer refused = bench.event(id, event);
  CHECK(refused.status == 422);
  CHECK(refused.json.at("type") == "urn:tsg:problem:needs-reason");
  CHECK(refused.json.at("help").get<std::string>().find("reason") != std::string::npos);
  event["reason"] = "seen in the portal";
  const Answer taken_over = bench.event(id, event);
  REQUIRE(taken_over.status == 200);
  for (const Json& visit : taken_over.json.at("path")) {
    if (visit.at("step") != by_rule.at("step")) continue;
    CHECK(visit.at("answeredBy") == "agent");
    CHECK(visit.at("overruled") == by_rule.at("answer"));
    CHECK(visit.at("reason") == "seen in the portal");
  }
}

TEST_CASE("notes and messages are the bytes of their renderers") {
  ApiBench bench;
  Json session = bench.session({{"guide", gateway}});
  const std::string id = id_of(session);
  bench.event(id, {{"kind", "note"}, {"text", "the customer calls back <b>tomorrow</b>"}});
  bench.event(id, {{"kind", "rate"}, {"step", "scope"}, {"option", "not"}, {"text", "unclear"}});
  session = bench.get(root + "/sessions/" + id).json;
  for (int i = 0; i < 20 && !session.at("question").is_null(); ++i)
    session = bench.event(id, answer_of_question(session, 0)).json;
  const CaseView view = *taken(bench.desk().view(id)).found;
  const std::vector<std::pair<std::string, NotesFormat>> formats = {
      {"markdown", NotesFormat::Markdown}, {"html", NotesFormat::Html}, {"text", NotesFormat::Text}};
  for (const auto& [name, format] : formats) {
    CAPTURE(name);
    for (const Audience audience : {Audience::Agent, Audience::Customer}) {
      const std::string whom = audience == Audience::Agent ? "agent" : "customer";
      const Answer notes =
          bench.get(root + "/sessions/" + id + "/notes", {{"format", name}, {"audience", whom}});
      CHECK(notes.body == case_notes(notes_of(view, audience), format));
      CHECK((notes.body.find("tomorrow") != std::string::npos) == (audience == Audience::Agent));
    }
    const Answer message = bench.get(root + "/sessions/" + id + "/message", {{"format", name}});
    CHECK(message.body == customer_message(view, format));
    CHECK(message.status == (message.body.empty() ? 204 : 200));
  }
  CHECK(session.at("state") == "ended");
}

TEST_CASE("newer facts carry the case on") {
  ApiBench bench;
  const Json opened = bench.session({{"guide", gateway}});
  const std::string id = id_of(opened);
  const Json facts = {{"applicationGateway", {{"name", "gw"}, {"sku", {{"tier", "Standard_v2"}}}}},
                      {"applicationGatway", {{"name", "mistyped"}}}};
  const Answer renewed = bench.event(id, {{"kind", "facts"}, {"facts", facts}, {"after", 1}});
  REQUIRE(renewed.status == 200);
  CHECK(renewed.json.at("events") == 2);
  REQUIRE(renewed.json.at("warnings").size() == 1);
  CHECK(renewed.json.at("warnings")[0].get<std::string>().starts_with("TSG326: "));
  Json session = bench.event(id, answer_of_question(renewed.json)).json;
  std::set<std::string> by;
  for (const Json& visit : session.at("path")) by.insert(visit.at("answeredBy").get<std::string>());
  CHECK(by.contains("rule"));
  CHECK(bench.event(id, {{"kind", "facts"}, {"facts", Json::object()}}).status == 200);
}

TEST_CASE("what newer facts changed is told, and what to ask next") {
  ApiBench bench;
  const Json opened = bench.session({{"guide", gateway}});
  const std::string session = root + "/sessions/" + id_of(opened);
  const Json next = bench.get(session + "/next").json.at("questions");
  REQUIRE_FALSE(next.empty());
  for (const Json& each : next) {
    CHECK(each.at("score").get<double>() > 0);
    CHECK_FALSE(each.at("why") == "");
  }
  CHECK(bench.get(session + "/changes").status == 404);
  bench.event(id_of(opened), answer_of_question(opened));
  const Json facts = {{"applicationGateway", {{"name", "gw"}, {"sku", {{"tier", "Standard_v2"}}}}}};
  bench.event(id_of(opened), {{"kind", "facts"}, {"facts", facts}});
  const Json changed = bench.get(session + "/changes").json;
  CHECK(changed.at("differs") == true);
  bool sku = false;
  for (const Json& each : changed.at("steps").at("changes"))
    if (each.dump().find("sku") != std::string::npos) sku = true;
  CHECK(sku);
  bench.event(id_of(opened), {{"kind", "facts"}, {"facts", facts}});
  CHECK(bench.get(session + "/changes").json.at("differs") == false);
}

TEST_CASE("a list is read page by page, each session once") {
  ApiBench bench;
  std::set<std::string> made;
  for (int i = 0; i < 7; ++i) {
    bench.clock = "2026-11-28T12:00:0" + std::to_string(i / 2) + "Z";
    made.insert(id_of(bench.session({{"guide", gateway}, {"label", "Case " + std::to_string(i)}})));
  }
  std::set<std::string> found;
  web::Query query = {{"limit", "3"}};
  std::size_t pages = 0;
  while (true) {
    const Json page = bench.get(root + "/sessions", query).json;
    ++pages;
    for (const Json& each : page.at("sessions")) CHECK(found.insert(id_of(each)).second);
    if (page.at("next").is_null()) break;
    query = {{"limit", "3"}, {"after", page.at("next").get<std::string>()}};
  }
  CHECK(found == made);
  CHECK(pages == 3);
  CHECK(bench.get(root + "/sessions", {{"label", "case 3"}}).json.at("sessions").size() == 1);
  CHECK(bench.get(root + "/sessions", {{"state", "ended"}}).json.at("sessions").empty());
  CHECK(bench.get(root + "/sessions", {{"guide", "site-to-site-vpn"}}).json.at("sessions").empty());
}

TEST_CASE("a customer is told the composed guide, and nothing of the resolution") {
  ApiBench bench;
  Json session = bench.session({{"guide", gateway}});
  const std::string id = id_of(session);
  const Json told = bench.get(root + "/sessions/" + id + "/resolution", {{"audience", "customer"}}).json;
  for (const char* member : {"visits", "checks", "warnings", "errors"}) CHECK_FALSE(told.contains(member));
  CHECK(told.at("audience") == "customer");
  CHECK(told.at("conclusion") == "open");
  CHECK(bench.post(root + "/guides/" + gateway + "/resolve", {{"audience", "customer"}}).json == told);
}

TEST_CASE("a case whose guide is gone says so") {
  ApiBench bench;
  const std::string id = id_of(bench.session({{"guide", gateway}}));
  bench.desk().renew(DeskContent::open(TSG_SOURCE_DIR, "site-to-site-vpn"));
  for (const std::string part : {"", "/notes", "/resolution"}) {
    const Answer answer = bench.get(root + "/sessions/" + id + part);
    CHECK(answer.status == 409);
    CHECK(answer.json.at("type") == "urn:tsg:problem:guide-gone");
  }
  CHECK(bench.get(root + "/sessions").json.at("sessions").size() == 1);
  CHECK(bench.send(web::Method::Delete, root + "/sessions/" + id, "", "").status == 204);
}

}  // namespace tsg
