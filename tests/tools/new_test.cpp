// SPDX-License-Identifier: MIT
// What `tsg new` makes is a guide that is right as it is: nothing to find, and scenarios that pass.
#include "tools/new.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <random>

#include "engine/diagnostics/text_form.h"
#include "engine/loader/pack_files.h"
#include "engine/loader/scenario_reader.h"
#include "engine/text/file.h"
#include "tests/loader/temporary_folder.h"
#include "tools/check_scope.h"
#include "tools/edge_text.h"
#include "tools/new_names.h"
#include "tools/new_texts.h"
#include "tools/recorded_scenario.h"
#include "tools/scenario_run.h"
#include "tools/scenario_text.h"

using namespace tsg;

namespace {

std::string told(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& each : diagnostics) text += to_text(each, Colour::Never);
  return text;
}

// Every finding in the pack, infos included.
std::string findings(const std::string& root) {
  const CheckScope scope = scope_of({root});
  const std::vector<CheckedArticle> articles = check_files(scope.articles, 1);
  std::string text = told(scope.problems) + told(check_pack(root));
  for (const Diagnostics& each : check_together(articles, scope.settings)) text += told(each);
  for (const CheckedArticle& each : articles) text += told(each.diagnostics);
  return text;
}

// Scenarios that fail, by file.
std::vector<std::string> failing_scenarios(const std::string& root, std::size_t& passed) {
  std::vector<std::string> failing;
  for (const std::string& guide : folders_in(root, "guides")) {
    if (!has_file(root, "guides/" + guide + "/guide.toml")) continue;
    GuideOpening opening = open_guide(root, guide);
    INFO(told(opening.diagnostics));
    REQUIRE(opening.resolver);
    Diagnostics diagnostics;
    for (const Scenario& scenario : read_scenarios(root, guide, diagnostics)) {
      const bool right = run_scenario(scenario, *opening.resolver, root).differences.empty();
      passed += right ? 1 : 0;
      if (!right) failing.push_back(scenario.file);
    }
    INFO(told(diagnostics));
    CHECK(diagnostics.empty());
  }
  return failing;
}

class Author {
 public:
  Author() { REQUIRE(make({.kind = NewKind::Pack, .name = folder_.path() + "/office"}) == ExitCode::Done); }
  std::string root() const { return folder_.path() + "/office"; }
  ExitCode make(NewCommand command) const {
    if (command.kind != NewKind::Pack) command.pack = root();
    return make_new(command, Console());
  }

 private:
  TemporaryFolder folder_ = {};
};

}  // namespace

TEST_CASE("the scenarios of the pack that the environment names pass", "[.]") {
  const char* root = std::getenv("TSG_TEST_PACK");
  REQUIRE(root != nullptr);
  std::size_t passed = 0;
  CHECK(failing_scenarios(root, passed).empty());
  CHECK(passed > 0);
}

TEST_CASE("whatever is made, there is nothing to find in it and its scenarios pass") {
  for (std::uint32_t seed = 0; seed < 12; ++seed) {
    std::mt19937 random(seed);
    const Author author;
    INFO("seed " << seed);
    REQUIRE(author.make({.kind = NewKind::Guide, .name = "g", .domain = random() % 2 == 0 ? "" : "d"}) ==
            ExitCode::Done);
    std::vector<std::string> edges = {"first-question.yes", "first-question.no"};
    std::size_t passed = 0;
    for (int step = 0; step < 4; ++step) {
      const std::string id = "step-" + std::to_string(step);
      const std::string domain = has_file(author.root(), "rules/d/facts.toml") ? "d" : "g";
      if (step == 2)
        REQUIRE(author.make({.kind = NewKind::Rule, .name = domain + "/first-question"}) == ExitCode::Done);
      const std::string on = edges[random() % edges.size()];
      REQUIRE(author.make({.kind = NewKind::Step, .name = "g/" + id, .on = on}) == ExitCode::Done);
      CHECK(failing_scenarios(author.root(), passed).empty());
      edges.push_back(id + ".yes");
      edges.push_back(id + ".no");
      REQUIRE(author.make({.kind = NewKind::Rule, .name = domain + "/" + id}) == ExitCode::Done);
      CHECK(failing_scenarios(author.root(), passed).empty());
    }
    CHECK(findings(author.root()) == "");
    CHECK(passed > 10);
  }
}

TEST_CASE("every type of article that can be made has nothing to find") {
  const Author author;
  std::size_t number = 0;
  for (const std::string& type : new_article_types()) {
    REQUIRE(author.make({.kind = NewKind::Article, .name = "a" + std::to_string(number++), .type = type}) ==
            ExitCode::Done);
  }
  CHECK(findings(author.root()) == "");
  CHECK(author.make({.kind = NewKind::Article, .name = "x", .type = "generc"}) == ExitCode::Usage);
}

TEST_CASE("nothing that is there is written over, and a wrong name makes nothing") {
  const Author author;
  REQUIRE(author.make({.kind = NewKind::Guide, .name = "g"}) == ExitCode::Done);
  const std::string path = author.root() + "/guides/g/guide.toml";
  const std::string before = read_file(path, 10'000).value();
  CHECK(author.make({.kind = NewKind::Guide, .name = "g", .title = "Other"}) == ExitCode::Usage);
  CHECK(author.make({.kind = NewKind::Pack, .name = author.root()}) == ExitCode::Usage);
  CHECK(author.make({.kind = NewKind::Step, .name = "g/first-question", .on = "first-question.no"}) ==
        ExitCode::Usage);
  CHECK(author.make({.kind = NewKind::Step, .name = "g/s"}) == ExitCode::Usage);
  CHECK(author.make({.kind = NewKind::Step, .name = "g/s", .on = "first-question.maybe"}) == ExitCode::Usage);
  CHECK(author.make({.kind = NewKind::Scenario, .name = "g/s", .facts = "/etc/passwd"}) == ExitCode::Usage);
  CHECK(author.make({.kind = NewKind::Scenario, .name = "g/s", .answers = {"nobody=yes"}}) ==
        ExitCode::Usage);
  CHECK(author.make({.kind = NewKind::Scenario, .name = "g/answered-yes"}) == ExitCode::Usage);
  for (const std::string name : {"", "G", "../x", "a b", "-a", "a/../b", "a\nb", "ä", "a.b"}) {
    INFO(name);
    CHECK(author.make({.kind = NewKind::Guide, .name = name}) == ExitCode::Usage);
    CHECK(author.make({.kind = NewKind::Article, .name = name}) == ExitCode::Usage);
    CHECK(author.make({.kind = NewKind::Step, .name = "g/" + name, .on = "first-question.no"}) ==
          ExitCode::Usage);
    CHECK(author.make({.kind = NewKind::Rule, .name = name + "/r"}) == ExitCode::Usage);
    CHECK(author.make({.kind = NewKind::Guide, .name = "h", .domain = name.empty() ? "-" : name}) ==
          ExitCode::Usage);
  }
  for (const std::string title : {"a\"b", "a<b", "a\nb", "a\\b", " a", "\xC0"}) {
    CHECK(author.make({.kind = NewKind::Guide, .name = "h", .title = title}) == ExitCode::Usage);
  }
  CHECK(read_file(path, 10'000).value() == before);
  CHECK(folders_in(author.root(), "guides") == std::vector<std::string>{"g"});
}

TEST_CASE("a step is put on an edge however the edge is written") {
  const std::vector<std::pair<std::string, std::string>> texts = {
      {"[steps.a]\nnext.yes = \"b\"\n", "[steps.a]\nnext.yes = \"new\"\n\n[steps.new]\n"},
      {"[steps.a]\nnext = { yes = 'b' }\n[values]\n",
       "[steps.a]\nnext = { yes = 'new' }\n[steps.new]\n\n[values]\n"},
      {"[steps.a]\nnext.yes=\"b\"  # b", "[steps.a]\nnext.yes=\"new\"  # b\n\n[steps.new]\n"},
  };
  for (const auto& [text, expected] : texts) {
    Edge edge = {"yes", {TargetKind::Step, "b", ""}, {}};
    edge.place.range.begin = text.find("yes");
    CHECK(with_step_on(text, edge, "new", "[steps.new]\n") == expected);
  }
  Edge other = {"yes", {TargetKind::Step, "c", ""}, {}};
  CHECK_FALSE(with_step_on("yes = \"b\"", other, "new", ""));
  CHECK_FALSE(with_step_on("yes", other, "new", ""));
  CHECK_FALSE(with_step_on("yes = \"\"\"\nc\"\"\"", other, "new", ""));
}

TEST_CASE("a recorded scenario is read back as it was, whatever its names hold") {
  RecordedScenario scenario = {
      .title = "a \"b\" \\ c\n\x01", .facts = "../facts/x.json", .now = "2026-01-01T00:00:00Z"};
  scenario.answers.answers = {{.step = "s", .subject = "a=\"b\"]", .option = "yes"}};
  Resolution resolution;
  resolution.outcomes = {{.target = {TargetKind::Outcome, "o", ""}, .subject = "x\\\"", .provisional = true},
                         {.target = {TargetKind::Article, "id", ""}}};
  resolution.open = {{.step = "s", .subject = "y"}};
  const std::string text = scenario_text(scenario, resolution);
  INFO(text);
  const auto read = read_scenario("guides/g/scenarios/s.toml", text);
  CHECK(told(read.diagnostics) == "");
  CHECK(read.scenario.title == scenario.title);
  CHECK(read.scenario.now == scenario.now);
  REQUIRE(read.scenario.answers.answers.size() == 1);
  CHECK(read.scenario.answers.answers[0].subject == "a=\"b\"]");
  CHECK(read.scenario.expect.outcomes == std::vector<std::string>{"article:id", "o[x\\\"]"});
  CHECK(read.scenario.expect.provisional == std::vector<std::string>{"o[x\\\"]"});
  CHECK(read.scenario.expect.open == std::vector<std::string>{"s[y]"});
}

TEST_CASE("a scenario answers no at a step that was put on its way, and has it in its paths") {
  const PutStep to_step = {.before = "a", .step = "new", .behind = "b"};
  const PutStep to_outcome = {.before = "a", .step = "new", .behind = ""};
  CHECK(with_answer_no("[answers]\na = \"yes\"\n\n[expect]\npath = [\"a\", \"b\"]\nopen = [\"a\", \"b\"]\n",
                       to_step) ==
        "[answers]\nnew = \"no\"\na = \"yes\"\n\n[expect]\npath = [\"a\", \"new\", \"b\"]\nopen = [\"a\", "
        "\"b\"]\n");
  CHECK(with_answer_no("title = \"t\"\n[expect]\npath = [\"a\"]", to_outcome) ==
        "title = \"t\"\n[answers]\nnew = \"no\"\n\n[expect]\npath = [\"a\", \"new\"]");
  // A subject that took another answer keeps its path.
  CHECK(with_answer_no("[answers]\n[expect.paths]\nx = [\"a\", \"c\"]\ny = [\"a\",\"b\"]\n", to_step) ==
        "[answers]\nnew = \"no\"\n[expect.paths]\nx = [\"a\", \"c\"]\ny = [\"a\", \"new\",\"b\"]\n");
}
