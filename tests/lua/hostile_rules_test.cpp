// SPDX-License-Identifier: MIT
// The hostile scripts of $TSG_SHARED_DATA/hostile-rules: what index.tsv says must become of each.
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "engine/model/limits.h"
#include "engine/text/utf8.h"
#include "tests/lua/rule_fixture.h"

using namespace tsg;
using namespace tsg::test;

namespace {

constexpr const char* victim_answer = "X|3-a|2|1+2|gw|nil|a|nil|nil|true|true|true|3";

std::string read_whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

Catalogue host_catalogue() {
  return CatalogueBuilder("gw")
      .path("host", "string")
      .path("new", "string?")
      .path("list", "string[]")
      .build();
}

Json host_facts() {
  return object({{"host", "gw"}, {"list", list({"a"})}});
}

// The script as the body of decide: a string or a number it returns is its answer.
RuleSource as_body(const std::string& script, const std::string& id) {
  return rule_source(
      "return { answers = { 'yes' }, reads = { 'host', 'new', 'list' }, decide = function(facts)\n"
      "local function body()\n" +
          script +
          "\nend\n"
          "local r = body()\n"
          "if type(r) == 'string' or type(r) == 'number' then return yes { V = r } end return r end }",
      id);
}

struct Ending {
  std::string answer = {};  // of a normal end
  std::string refusal = {};
  bool loaded = true;
  double milliseconds = 0;
  std::size_t heap = 0;
  bool victim_unchanged = false;
};

std::string answer_of(const Verdict& verdict) {
  return verdict.kind == VerdictKind::Answer ? to_text(verdict.values.at(0).value) : "";
}

Ending run_hostile(const std::string& script, const std::string& victim) {
  Ending ending;
  const bool bytecode = script.starts_with("\x1b");
  const RuleSource hostile = bytecode ? rule_source(script, "hostile") : as_body(script, "hostile");
  Rules rules({hostile, as_body(victim, "victim")}, host_catalogue());
  ending.loaded = rules.compiled.engine.contract("gw/hostile") != nullptr;
  if (!ending.loaded) ending.refusal = rules.compiled.diagnostics.at(0).message;
  if (ending.loaded) {
    const auto start = std::chrono::steady_clock::now();
    const Verdict verdict = rules.run("hostile", host_facts());
    ending.milliseconds =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    ending.answer = answer_of(verdict);
    ending.refusal = verdict.message;
    CHECK(valid_utf8(ending.answer + ending.refusal));
  }
  ending.victim_unchanged = answer_of(rules.run("victim", host_facts())) == victim_answer;
  ending.heap = rules.compiled.engine.peak_bytes();
  return ending;
}

bool as_expected(const std::string& expected, const std::string& name, const Ending& ending) {
  if (expected == "denied_load") return !ending.loaded;
  if (expected == "isolated") return ending.victim_unchanged;
  if (expected == "deterministic") return true;  // compared over states by the caller
  if (name.starts_with("c17")) return ending.refusal.empty();
  return ending.loaded && !ending.refusal.empty();
}

}  // namespace

TEST_CASE("hostile rules end as their index says") {
  const char* data = std::getenv("TSG_SHARED_DATA");
  if (data == nullptr) {
    std::cout << "TSG_SHARED_DATA is not set: the hostile rules are not run\n";
    return;
  }
  const std::string folder = std::string(data) + "/hostile-rules/";
  const std::string victim = read_whole(folder + "victim.lua");
  REQUIRE(run_hostile("return 'honest'", victim).answer == "honest");
  std::istringstream index(read_whole(folder + "index.tsv"));
  std::string line;
  std::getline(index, line);
  std::map<std::string, std::pair<int, int>> passed;
  double slowest = 0;
  std::size_t heap = 0;
  while (std::getline(index, line)) {
    const std::string name = line.substr(0, line.find('\t'));
    const std::string rest = line.substr(name.size() + 1);
    const std::string expected = rest.substr(0, rest.find('\t'));
    const std::string script = read_whole(folder + name);
    const Ending ending = run_hostile(script, victim);
    CAPTURE(name, expected, ending.answer, ending.refusal, ending.milliseconds, ending.heap);
    bool good = as_expected(expected, name, ending) && ending.victim_unchanged;
    for (int i = 0; expected == "deterministic" && i < 20; ++i)
      good = good && run_hostile(script, victim).answer == ending.answer;
    CHECK(good);
    CHECK(ending.heap <= limits::lua_heap_bytes);
    auto& count = passed[expected];
    ++count.second;
    if (good) ++count.first;
    slowest = std::max(slowest, ending.milliseconds);
    heap = std::max(heap, ending.heap);
    if (std::getenv("TSG_VERBOSE") != nullptr)
      std::cout << name << "\t" << expected << "\t" << ending.answer << "\t" << ending.refusal << "\n";
  }
  for (const auto& [expected, count] : passed)
    std::cout << expected << ": " << count.first << " of " << count.second << "\n";
  std::cout << "slowest " << slowest << " ms, largest heap " << heap << " bytes\n";
}
