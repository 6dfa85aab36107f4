// SPDX-License-Identifier: MIT
// Guides, articles and forms.
#include <filesystem>
#include <fstream>

#include "tests/api/api_bench.h"

namespace tsg {

namespace {

const std::string root = "/api/v1";

// A pack with one form in it, and an article for agents.
class FormPack {
 public:
  FormPack() {
    std::filesystem::create_directories(folder_.path("guides/articles"));
    write("tsg.toml", "format = 1\nid = \"p\"\nversion = \"1.0.0\"\ntitle = \"P\"\n");
    write("guides/articles/form.md",
          R"(<properties selfHelpType="problemScopingQuestions" articleId="form-1" />
# Certificates
---
{"$schema": "SelfHelpContent", "title": "Certificates", "formElements": [
  {"id": "kind", "order": 1, "controlType": "dropdown", "displayLabel": "What?",
   "dropdownOptions": [{"value": "expired", "text": "It expired"}, {"value": "other", "text": "Else"}]},
  {"id": "which", "order": 2, "controlType": "textbox", "displayLabel": "Which?", "visibility": "kind == other"}]}
---
)");
    write("guides/articles/plain.md",
          "<properties selfHelpType=\"diagnostics\" articleId=\"plain-1\" />\n# Restart it\n\nPress the "
          "button.\n\n<!-- audience: agent -->\n\nAsk tier two.\n\n<!-- /audience -->\n");
  }
  std::shared_ptr<const DeskContent> content() const { return DeskContent::open(folder_.path("")); }

 private:
  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder_.path(name), std::ios::binary) << text;
  }
  StoreFolder folder_ = {};
};

}  // namespace

TEST_CASE("guides are listed, and each tells its steps and where they lead") {
  ApiBench bench;
  const Json list = bench.get(root + "/guides").json.at("guides");
  REQUIRE(list.size() == own_content()->guides().size());
  for (const Json& each : list) {
    const auto id = each.at("id").get<std::string>();
    CAPTURE(id);
    const Json guide = bench.get(root + "/guides/" + id).json;
    const auto pack = own_content()->pack_of(id);
    const Guide& model = *pack->guide(id);
    REQUIRE(guide.at("steps").size() == model.steps.size());
    CHECK(guide.at("checks").size() == model.checks.size());
    CHECK(guide.at("outcomes").size() == model.outcomes.size());
    CHECK(guide.at("documents").size() == pack->catalogue(model.domain)->documents.size());
    for (std::size_t i = 0; i < model.steps.size(); ++i) {
      const Json& step = guide.at("steps")[i];
      CHECK(step.at("id") == model.steps[i].id);
      REQUIRE(step.at("options").size() == model.steps[i].options.size());
      for (const Json& option : step.at("options")) CHECK_FALSE(option.at("leadsTo") == "");
    }
  }
}

TEST_CASE("every article of the pack is found by its id, the free-standing ones too") {
  ApiBench bench;
  const Json list = bench.get(root + "/articles").json.at("articles");
  std::size_t free_standing = 0;
  for (const Json& each : list) {
    if (each.at("path").get<std::string>().starts_with("guides/articles/")) ++free_standing;
    const Answer article = bench.get(root + "/articles/" + each.at("articleId").get<std::string>());
    REQUIRE(article.status == 200);
    CHECK(article.json.at("title") == each.at("title"));
    CHECK(article.json.at("state") == "shown");
  }
  CHECK(free_standing == 2);
  const Json some = bench.get(root + "/articles", {{"type", "diagnostics"}}).json.at("articles");
  CHECK(some.size() < list.size());
  for (const Json& each : some) CHECK(each.at("selfHelpType") == "diagnostics");
}

TEST_CASE("an article is for customers unless agents ask") {
  const FormPack pack;
  ApiBench bench(pack.content());
  const Json customer = bench.get(root + "/articles/plain-1").json;
  CHECK(customer.at("title") == "Restart it");
  CHECK(customer.at("html").get<std::string>().find("Press the button.") != std::string::npos);
  CHECK(customer.dump().find("tier two") == std::string::npos);
  const Json agent = bench.get(root + "/articles/plain-1", {{"audience", "agent"}}).json;
  CHECK(agent.at("html").get<std::string>().find("tier two") != std::string::npos);
  CHECK(agent.at("markdown").get<std::string>().find("tier two") != std::string::npos);
}

TEST_CASE("a form says what shows after the answers") {
  const FormPack pack;
  ApiBench bench(pack.content());
  const std::string form = root + "/forms/form-1/visibility";
  CHECK(bench.post(form, Json::object()).json.at("hidden") == Json{"which"});
  CHECK(bench.post(form, {{"answers", {{"kind", "expired"}}}}).json.at("hidden") == Json{"which"});
  const Json shown = bench.post(form, {{"answers", {{"kind", "other"}}}}).json;
  CHECK(shown.at("hidden").empty());
  CHECK(shown.at("elements").size() == 2);
  CHECK(bench.post(form, {{"answers", {{"kind", Json{"other"}}}}}).json == shown);
  const Answer wrong = bench.post(form, {{"answers", {{"kind", "otter"}, {"whom", "me"}}}});
  CHECK(wrong.status == 422);
  CHECK(wrong.json.at("errors").size() == 2);
  CHECK(wrong.json.at("help") == "did you mean `other`?");
  CHECK(bench.post(form, {{"answers", {{"kind", Json::object()}}}}).status == 400);
  CHECK(bench.post(root + "/forms/plain-1/visibility", Json::object()).status == 422);
}

TEST_CASE("the description is given where there is one") {
  StoreFolder folder;
  SessionStore store = opened(folder.store());
  Desk desk(own_content(), store);
  Api api(desk, {.description = "{\"openapi\": \"3.1.0\"}"});
  const web::Response response = api.answer({.path = root + "/openapi.json"});
  CHECK(response.status == 200);
  CHECK(web::bytes_of(response.body) == "{\"openapi\": \"3.1.0\"}\n");
  CHECK(api.serves({.path = "/api"}));
  CHECK_FALSE(api.serves({.path = "/apiary"}));
  CHECK_FALSE(api.serves({.path = "/guides"}));
}

}  // namespace tsg
