// SPDX-License-Identifier: MIT
// Articles as solutions.
#include <cstdlib>
#include <filesystem>

#include "engine/loader/article_reader.h"
#include "engine/loader/document_reader.h"
#include "engine/text/file.h"
#include "renderers/help_api/article_solution.h"
#include "renderers/help_api/diagnostic_runs.h"
#include "renderers/help_api/help_solution_json.h"
#include "tests/guides/each_scenario.h"
#include "tests/help_api/published_words.h"

namespace tsg {
namespace {

Document document_of(const std::string& text) {
  Document document;
  document.article = read_article("guides/articles/a.md", text).article;
  document.compiled = compile_body(document.article, "").article;
  return document;
}

std::string header(const std::string& type) {
  return "<properties\n  articleId=\"a-1\"\n  selfHelpType=\"" + type + "\"\n/>\n";
}

const HelpSolutionProperties& of(const HelpSolution& solution) {
  return *solution.properties;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

// Every replacement key stands once in the HTML that its map goes with, and every comment there has an entry.
void check_keys(const std::string& html, const std::optional<HelpReplacementMaps>& maps) {
  std::set<std::string> keys;
  REQUIRE(maps);
  const auto take = [&keys](const auto& list) {
    if (!list) return;
    for (const auto& each : *list) keys.insert(*each.replacement_key);
  };
  take(maps->videos);
  take(maps->video_groups);
  take(maps->diagnostics);
  take(maps->metrics_based_charts);
  take(maps->web_results);
  for (const std::string& key : keys) CHECK(count(html, key) == 1);
  CHECK(count(html, "<!--") == keys.size());
}

void check_solution(const HelpSolution& solution) {
  const std::string json = help_solution_json(solution);
  CHECK(test::departure(nlohmann::json::parse(json), test::published_solution()) == "");
  CHECK(read_help_solution(json).value == solution);
  check_keys(*of(solution).content, of(solution).replacement_maps);
  for (const HelpSection& each : *of(solution).sections) check_keys(*each.content, each.replacement_maps);
}

const std::string all_components =
    "# How to\n\nFirst.\n\n<video>\n<src>https://example.com/v?a=1&amp;b=2</src>\n<title>A &amp; "
    "B</title>\n</video>\n\n"
    "## "
    "See\n\n<videoGroup>\n<title>More</title>\n<video><src>https://e.com/1</src><title>One</title></video>\n"
    "<video><src>https://e.com/2</src></video>\n</videoGroup>\n\n"
    "<metric>\n<name>CPU</name>\n<aggregationType>Max</aggregationType>\n<timeSpanDuration>1d</"
    "timeSpanDuration>\n"
    "<title>Load</title>\n</metric>\n\n"
    "## Checks\n\n<insight>\n<symptomId>S1, S2</symptomId>\n<executionText>e</executionText>\n"
    "<timeoutText>t</timeoutText>\n<noResultText>Nothing <b>here</b></noResultText>\n"
    "<additionalInputsReq>false</additionalInputsReq>\n<maxInsightCount>1</maxInsightCount>\n</insight>\n\n"
    "<azureKB>\n<client>portal</client>\n</azureKB>\n\n"
    "`<video><src>https://e.com/code</src></video>`\n";

TEST_CASE("each component stands in a replacement map, where its comment stands in the content") {
  const HelpSolution solution = article_solution(document_of(header("generic") + all_components),
                                                 {.name = "n", .scope = "subscriptions/s"});
  check_solution(solution);
  CHECK(solution.id == "/subscriptions/s/providers/Microsoft.Help/solutions/n");
  CHECK(of(solution).title == "How to");
  CHECK(of(solution).solution_id == "a-1");
  CHECK(of(solution).provisioning_state == "Succeeded");
  REQUIRE(of(solution).replacement_maps->videos);
  CHECK(of(solution).replacement_maps->videos->front().src == "https://example.com/v?a=1&b=2");
  CHECK(of(solution).replacement_maps->videos->front().title == "A & B");
  const std::vector<HelpSection>& sections = *of(solution).sections;
  REQUIRE(sections.size() == 2);
  CHECK(sections[0].title == "See");
  const HelpReplacementMaps& see = *sections[0].replacement_maps;
  REQUIRE(see.video_groups);
  CHECK(see.video_groups->front().videos->size() == 2);
  CHECK(see.video_groups->front().extras.front().json == R"({"title":"More"})");
  CHECK(see.metrics_based_charts->front().name == "CPU");
  CHECK(see.metrics_based_charts->front().time_span_duration == "1d");
  CHECK_FALSE(see.diagnostics);
  const HelpReplacementMaps& checks = *sections[1].replacement_maps;
  REQUIRE(checks.diagnostics);
  REQUIRE(checks.diagnostics->size() == 2);
  CHECK(checks.diagnostics->back().solution_id == "S2");
  CHECK(checks.diagnostics->back().status == "MissingInputs");
  CHECK(checks.web_results->front().extras.front().json == R"({"client":"portal"})");
}

TEST_CASE("what the checks found is told by the symptoms they were asked for") {
  const HelpInsight found = {.id = "i", .title = "t"};
  const std::vector<DiagnosticRun> runs = {
      {"s1", {.status = "Succeeded", .insights = std::vector<HelpInsight>{found, found}}},
      {"S2", {.status = "Succeeded", .insights = std::vector<HelpInsight>()}}};
  const HelpSolution solution =
      article_solution(document_of(header("generic") + all_components), {.runs = runs});
  check_solution(solution);
  const auto& diagnostics = *of(solution).sections->back().replacement_maps->diagnostics;
  REQUIRE(diagnostics.size() == 2);
  CHECK(diagnostics[0].insights == std::vector<HelpInsight>{found});
  CHECK_FALSE(diagnostics[0].status_details);
  CHECK(diagnostics[1].status_details == "Nothing here");
}

TEST_CASE("a placeholder without a value makes a solution that wants it") {
  const Document document =
      document_of(header("diagnostics") +
                  "# T\n\nPool <!--$Pool-->[Pool]<!--/$Pool--> of <!--$Name-->[Name]<!--/$Name-->\n");
  const HelpSolution wanting = article_solution(document, {});
  check_solution(wanting);
  CHECK(of(wanting).provisioning_state == "MissingInputs");
  CHECK(of(wanting).content == "");
  CHECK(nlohmann::json::parse(of(wanting).extras.front().json).at("requiredParameters") ==
        nlohmann::json({"Pool", "Name"}));
  const FilledArticle part = {.values = {{"pool", std::string("<b>&1")}, {"Name", std::string("gw")}}};
  const HelpSolution filled = article_solution(document, {.parts = {part}});
  CHECK(of(filled).provisioning_state == "Succeeded");
  CHECK(*of(filled).content == "<p>Pool <bdi>&lt;b&gt;&amp;1</bdi> of <bdi>gw</bdi></p>");
  const HelpSolution plain = article_solution(document, {.missing = MissingValue::Plain});
  CHECK(*of(plain).content == "<p>Pool <bdi>Pool</bdi> of <bdi>Name</bdi></p>");
}

TEST_CASE("what is for agents, and values of class internal, are in no solution") {
  const Document document =
      document_of(header("diagnostics") +
                  "# T\n\nshown <!--$V-->[V]<!--/$V-->\n\n<!-- audience: agent -->\n\nhidden\n\n"
                  "<video><src>https://e.com/hidden</src></video>\n\n<!-- /audience -->\n");
  const FilledArticle part = {
      .values = {{.placeholder = "V", .value = std::string("inner"), .data_class = DataClass::Internal}}};
  const HelpSolution solution = article_solution(document, {.parts = {part}});
  check_solution(solution);
  const std::string json = help_solution_json(solution);
  CHECK(json.find("hidden") == std::string::npos);
  CHECK(json.find("inner") == std::string::npos);
  CHECK(json.find("shown") != std::string::npos);
}

TEST_CASE("each finding is a section under its subjects") {
  const Document document =
      document_of(header("diagnostics") + "# T\n\n<!--$V-->[V]<!--/$V-->\n\n## Do\n\nthis\n");
  const HelpSolution solution = article_solution(
      document, {.parts = {{"a", {{"V", std::string("1")}}}, {"b", {{"V", std::string("2")}}}}});
  check_solution(solution);
  const std::vector<HelpSection>& sections = *of(solution).sections;
  REQUIRE(sections.size() == 2);
  CHECK(sections[0].title == "a");
  CHECK(sections[1].content->find("<bdi>2</bdi>") != std::string::npos);
}

// Articles below `folder`: the pack's own, and all of the corpus where TSG_SHARED_DATA names it.
std::size_t check_articles(const std::string& root, const std::string& folder) {
  std::size_t looked_at = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root + "/" + folder)) {
    if (entry.path().extension() != ".md") continue;
    const std::string path = entry.path().string().substr(root.size() + 1);
    INFO(path);
    const Document document = read_document(root, path).document;
    for (const MissingValue missing : {MissingValue::Refuse, MissingValue::Plain}) {
      const HelpSolution solution = article_solution(document, {.missing = missing, .root = root});
      check_solution(solution);
      if (missing == MissingValue::Plain) CHECK(of(solution).provisioning_state == "Succeeded");
    }
    ++looked_at;
  }
  return looked_at;
}

TEST_CASE("every article makes a solution") {
  CHECK(check_articles(test::pack_root, "guides") > 100);
  const char* const shared = std::getenv("TSG_SHARED_DATA");
  if (shared != nullptr) CHECK(check_articles(shared, "articles") > 1000);
}

TEST_CASE("the checks of every scenario say of each symptom what the resolution says") {
  test::each_scenario([](const test::ResolvedScenario& each) {
    const Pack& pack = each.resolver.pack();
    const ComposedGuide composed = compose(each.resolution, pack, {.audience = Audience::Customer});
    for (const DiagnosticRun& run : diagnostic_runs(each.resolution, composed, pack)) {
      CHECK(run.result.status);
      std::size_t yes = 0;
      for (const Check& check : each.resolver.guide().checks) {
        if (std::find(check.symptoms.begin(), check.symptoms.end(), run.symptom) == check.symptoms.end())
          continue;
        for (const CheckResult& result : each.resolution.checks)
          yes += result.check == check.id && result.verdict.option == "yes" ? 1 : 0;
      }
      CHECK(run.result.insights->size() == yes);
    }
  });
}

}  // namespace
}  // namespace tsg
