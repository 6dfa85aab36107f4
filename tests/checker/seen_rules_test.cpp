// SPDX-License-Identifier: MIT
// What rules are seen to do over the facts of scenarios.
#include <catch2/catch.hpp>

#include "engine/checker/seen_rules.h"
#include "engine/diagnostics/tree_codes.h"
#include "engine/loader/facts_binding.h"
#include "engine/loader/pack_files.h"
#include "engine/loader/scenario_reader.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"
#include "tests/checker/folder_pack.h"

using namespace tsg;
using namespace tsg::test;

namespace {

// Looks at guide `ladder` of these texts with one scenario, "one", of facts in JSON.
Diagnostics seen_in(const Texts& texts, const std::string& json, const std::string& guide = "ladder") {
  const FolderPack folder(texts);
  const PackReading reading = read_pack(folder.root());
  RuleCompilation rules = compile_rules(reading.pack.rules, reading.pack.catalogues, {});
  INFO(told(rules.diagnostics));
  REQUIRE(rules.diagnostics.empty());
  const Contracts contracts = contracts_of(reading.pack, rules.engine);
  SeenRules seen(reading.pack, *reading.pack.guide(guide), contracts, rules.engine);
  const FactsLoading facts = load_facts_text(*reading.pack.catalogue("d"), "one.json", json);
  seen.look_at({"one", {"guides/ladder/scenarios/one.toml", {}, 1, 1}}, facts.facts);
  return seen.finish();
}

const std::string named = R"({"house": {"name": "h"}})";

Diagnostics seen_with(const std::string& rule, const std::string& text, const std::string& guide = "ladder") {
  Texts texts = ladder(2);
  texts["rules/d/" + rule + ".lua"] = text;
  return seen_in(texts, named, guide);
}

const Diagnostic& one(const Diagnostics& diagnostics, const Code& code) {
  INFO(told(diagnostics));
  const Diagnostic* found = find(diagnostics, code);
  REQUIRE(found != nullptr);
  return *found;
}

void check_place(const Diagnostic& diagnostic, const std::string& rule) {
  CHECK(diagnostic.place.file == "rules/d/" + rule + ".lua");
  CHECK(diagnostic.place.line == 7);
  CHECK(diagnostic.notes.back().message == "seen in scenario `one`");
  CHECK(diagnostic.notes.back().place.file == "guides/ladder/scenarios/one.toml");
}

}  // namespace

TEST_CASE("a rule is seen reading what is not under its reads, also off the way its answers take") {
  const Diagnostics found = seen_with("s1", rule_text("", "return facts.house.owner and yes() or no()"));
  check_place(one(found, codes::rule_seen_reading_outside), "s1");
}

TEST_CASE("a rule is seen reading what no catalogue declares") {
  const Diagnostics found = seen_with("s0", rule_text("", "return facts.house.nme and yes() or no()"));
  const Diagnostic& outside = one(found, codes::rule_seen_reading_outside);
  check_place(outside, "s0");
  CHECK(outside.message.find("did you mean") != std::string::npos);
}

TEST_CASE("a rule is seen answering what is not among its answers") {
  check_place(
      one(seen_with("s0", rule_text("", "return answer('perhaps')")), codes::rule_seen_answering_outside),
      "s0");
}

TEST_CASE("a rule is seen answering without a value that it promises") {
  check_place(
      one(seen_with("s0", rule_text("no = { \"V0x\" }", "return no()")), codes::rule_seen_without_value),
      "s0");
}

TEST_CASE("a rule is seen breaking") {
  check_place(
      one(seen_with("c1", rule_text("", "return facts.house.name.x.y and no()")), codes::rule_seen_breaking),
      "c1");
}

TEST_CASE("a rule is seen saying that its question does not arise where no edge takes that") {
  const Diagnostics found = seen_with("s0", rule_text("", "return not_applicable('never here')"));
  const Diagnostic& stuck = one(found, codes::not_applicable_seen_without_edge);
  CHECK(stuck.place.file == "guides/ladder/guide.toml");
  CHECK(stuck.place.line == 8);
  CHECK(stuck.notes.front().message == "it said: never here");
  CHECK(stuck.notes.front().place.line == 7);
}

TEST_CASE("a fork's rule is seen listing subjects with an answer that provides nothing") {
  const Diagnostics found = seen_with(
      "rooms", rule_text("yes = { \"Room\" }", "finding(\"a\", { Room = \"a\" }) return no()"), "attic");
  const Diagnostic& listing = one(found, codes::fork_seen_without_values);
  CHECK(listing.place.file == "rules/d/rooms.lua");
  CHECK(listing.message == "rule `d/rooms` lists subjects with `no`, for which it provides nothing");
}

TEST_CASE("below a fork rules are asked for each subject, and not without one") {
  const std::string body = "if subject == \"b\" then return answer('bad') end assert(subject) return no()";
  Texts texts = ladder(1);
  texts["rules/d/rooms.lua"] = rule_text(
      "yes = { \"Room\" }", "finding(\"a\", { Room = \"a\" }) finding(\"b\", { Room = \"b\" }) return yes()");
  texts["rules/d/room.lua"] = replaced(rule_text("", body), "function(facts)", "function(facts, subject)");
  const Diagnostics found = seen_in(texts, named);
  CHECK(one(found, codes::rule_seen_answering_outside).notes.back().message ==
        "seen in scenario `one`, for subject `b`");
  CHECK(find(found, codes::rule_seen_breaking) == nullptr);
}

TEST_CASE("answers that no scenario shows are named") {
  const Diagnostics found = seen_in(ladder(1), named);
  std::vector<std::string> messages;
  for (const Diagnostic& each : found) messages.push_back(each.message);
  CHECK(messages == std::vector<std::string>{"answer `yes` of rule `d/s0` was not seen in any scenario",
                                             "answer `yes` of rule `d/c0` was not seen in any scenario"});
  CHECK(found.front().severity == Severity::Warning);
  CHECK(found.front().place.line == 3);
}

TEST_CASE("the rules of the repository keep their contracts in every scenario") {
  const std::string root = TSG_SOURCE_DIR;
  const PackReading reading = read_pack(root);
  RuleCompilation rules = compile_rules(reading.pack.rules, reading.pack.catalogues, {});
  const Contracts contracts = contracts_of(reading.pack, rules.engine);
  for (const Guide& guide : reading.pack.guides) {
    SeenRules seen(reading.pack, guide, contracts, rules.engine);
    for (const std::string& file : files_in(root, "guides/" + guide.id + "/scenarios", ".toml")) {
      const Result<std::string> bytes = read_file(root + "/" + file, limits::toml_bytes);
      const Scenario scenario = read_scenario(file, bytes.value()).scenario;
      FactsRequest request;
      if (!scenario.facts.empty()) request.sources = {root + "/" + scenario.facts};
      request.now = scenario.now;
      request.without = scenario.without;
      request.overlay = scenario.documents;
      const FactsLoading facts = load_facts(*reading.pack.catalogue(guide.domain), request);
      seen.look_at({scenario.id, scenario.place}, facts.facts);
    }
    Diagnostics found = seen.finish();
    std::erase_if(found, [](const Diagnostic& each) { return each.code == codes::answer_not_seen; });
    CHECK(told(found) == "");
  }
}
