// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "engine/diagnostics/pack_codes.h"
#include "engine/diagnostics/toml_codes.h"
#include "engine/loader/edge_reader.h"
#include "engine/loader/guide_reader.h"
#include "engine/loader/step_words.h"

using namespace tsg;

namespace {

struct Reading {
  Guide guide = {};
  Diagnostics diagnostics = {};
};

Reading read(const std::string& text) {
  Reading reading;
  const std::string bytes =
      "format = 1\nid = \"g\"\nversion = \"1.0.0\"\ndomain = \"d\"\nstart = \"one\"\n" + text;
  TomlDocument document("guide.toml", bytes);
  if (document.readable()) reading.guide = read_guide(document);
  reading.diagnostics = std::move(document).take_diagnostics();
  return reading;
}

std::vector<std::string> codes_of(const Diagnostics& diagnostics) {
  std::vector<std::string> ids;
  for (const Diagnostic& each : diagnostics) ids.emplace_back(each.code.id);
  return ids;
}

const std::string one = "[steps.one]\nnext.yes = \"outcome:a\"\n";

}  // namespace

TEST_CASE("targets are read in every form, and nothing else is one") {
  CHECK(parse_target("scope") == Target{TargetKind::Step, "scope", ""});
  CHECK(parse_target("outcome:a-1") == Target{TargetKind::Outcome, "a-1", ""});
  CHECK(parse_target("article:AppGw_X.1") == Target{TargetKind::Article, "AppGw_X.1", ""});
  CHECK(parse_target("guide:vpn") == Target{TargetKind::Guide, "vpn", ""});
  CHECK(parse_target("guide:vpn#scope") == Target{TargetKind::Guide, "vpn", "scope"});
  for (const char* bad :
       {"", "Scope", "outcome:", "outcome:A", "guide:", "guide:x#", "step:one", "a b", "-a", "guide:x#Y"}) {
    INFO(bad);
    CHECK_FALSE(parse_target(bad).has_value());
  }
}

TEST_CASE("steps and options keep the author's order, which TOML would sort") {
  const Reading reading = read(
      "[steps.one]\nnext.zebra = \"two\"\nnext.apple = \"outcome:a\"\n[steps.two]\nnext.yes = \"outcome:b\"\n"
      "[steps.a-last]\nnext.no = \"one\"\n");
  CHECK(reading.diagnostics.empty());
  REQUIRE(reading.guide.steps.size() == 3);
  CHECK(reading.guide.steps[2].id == "a-last");
  REQUIRE(reading.guide.steps[0].next.size() == 2);
  CHECK(reading.guide.steps[0].next[0].option == "zebra");
  CHECK(reading.guide.steps[0].next[1].place.line == 8);
}

TEST_CASE("a rule without a domain is of the guide's own") {
  const Reading reading = read(
      "[steps.one]\nrule = \"pool\"\nfor-each = \"servers\"\nnext.yes = \"outcome:a\"\non.no-subjects = "
      "\"outcome:b\"\n");
  CHECK(reading.guide.steps[0].rule == "d/pool");
  CHECK(reading.guide.steps[0].for_each == "d/servers");
}

TEST_CASE("legacy texts and inputs belong to a step") {
  const Reading reading = read(
      "[steps.one]\nquestion-id = \"Q\"\nnext.yes = \"outcome:a\"\nlegacy.yes = [\"Yes\", \"Ja\"]\n"
      "inputs = { Pool = \"string\", Kind = [\"v1\", \"v2\"], Size = \"integer\" }\n");
  CHECK(reading.diagnostics.empty());
  const Step& step = reading.guide.steps[0];
  CHECK(step.options[0].legacy == std::vector<std::string>{"Yes", "Ja"});
  REQUIRE(step.inputs.size() == 3);
  CHECK(step.inputs[1].choices == std::vector<std::string>{"v1", "v2"});
  CHECK(step.inputs[2].type == InputType::Integer);
}

TEST_CASE("what an author gets wrong in guide.toml is said with a place") {
  struct Row {
    const char* text;
    const Code& code;
    std::uint32_t line;
  };
  const std::vector<Row> rows = {
      {"[steps.one]\nnext.yes = \"Outcome A\"\n", codes::bad_target, 7},
      {"[steps.one]\nnext.a.b = \"outcome:a\"\n", codes::bad_target, 7},
      {"[steps.one]\nnext.yes = 3\n", codes::bad_target, 7},
      {"[steps.one]\nnext.Yes = \"outcome:a\"\n", codes::bad_id, 7},
      {"[steps.one]\n", codes::step_without_edges, 6},
      {"[steps.one]\nnext.yes = \"outcome:a\"\nfor-each = \"x\"\n", codes::no_subjects_missing, 6},
      {"[steps.one]\nnext.yes = \"outcome:a\"\non.unkown = \"outcome:a\"\n", codes::guide_member, 8},
      {"[steps.one]\nnext.yes = \"outcome:a\"\nnxt.no = \"outcome:a\"\n", codes::toml_unknown_key, 8},
      {"[steps.one]\nnext.yes = \"outcome:a\"\nlegacy.no = \"No\"\n", codes::unused_option_text, 8},
      {"[steps.one]\nnext.yes = \"outcome:a\"\n[values]\nName = \"x\"\nNAME = \"y\"\n",
       codes::value_ambiguous, 10},
      {"[steps.one]\nnext.yes = \"outcome:a\"\n[values]\na.b = \"x\"\n", codes::guide_member, 9},
      {"[steps.one]\nnext.yes = \"outcome:a\"\n[checks.c]\n", codes::guide_member, 8},
      {"[steps.two]\nnext.yes = \"outcome:a\"\n", codes::start_missing, 5},
      {"steps = 1\n", codes::toml_wrong_type, 6},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const Reading reading = read(row.text);
    REQUIRE_FALSE(reading.diagnostics.empty());
    CHECK(codes_of(reading.diagnostics)[0] == row.code.id);
    CHECK(reading.diagnostics[0].place.line == row.line);
    CHECK_FALSE(reading.diagnostics[0].help.empty());
  }
}

TEST_CASE("a step's words come from its article") {
  Article article;
  article.text =
      "# Is it on?\n\nText.\n\n## Question\n\nIs the lamp\nlit?\n\n## Answers\n\n- **yes**: It is lit\n* "
      "**no** : It is dark\n- other\n\n## More\n\n- **late**: not an answer\n";
  article.headings = {{1, "Is it on?", 1}, {2, "Question", 5}, {2, "Answers", 10}, {2, "More", 16}};
  const StepWords words = read_step_words(article);
  CHECK(words.title == "Is it on?");
  CHECK(words.question == "Is the lamp lit?");
  REQUIRE(words.answers.size() == 2);
  CHECK(words.answers[0].wording == "It is lit");
  CHECK(words.answers[1].option == "no");
  CHECK(words.answers[1].wording == "It is dark");
  CHECK(article.text.substr(words.answers[1].range.begin, 2) == "no");
}

TEST_CASE("without a question of its own a step asks its title") {
  Article article;
  article.text = "# Is it on?\n";
  article.headings = {{1, "Is it on?", 1}};
  CHECK(read_step_words(article).question == "Is it on?");
}
