// SPDX-License-Identifier: MIT
// Which changes of a rule are made. Each row: Lua, and what it becomes.
#include <catch2/catch.hpp>

#include <algorithm>

#include "engine/loader/pack_reader.h"
#include "engine/lua/rule_engine.h"
#include "engine/tsg.h"
#include "tools/rule_dependencies.h"
#include "tools/rule_mutants.h"

using namespace tsg;

namespace {

const AnswerSwaps swaps = {{"yes", "no"}, {"no", "yes"}, {"expired", "chain"}, {"chain", "expired"}};

std::string changed(const std::string& source, const RuleMutant& mutant) {
  std::string text = source;
  return text.replace(mutant.range.begin, mutant.range.end - mutant.range.begin, mutant.replacement);
}

// What a line in a function becomes.
std::vector<std::string> changes_of(const std::string& line) {
  const std::string head = "local f = function() ";
  const std::string source = head + line + " end";
  std::vector<std::string> lines;
  for (const RuleMutant& each : rule_mutants(source, swaps)) {
    CHECK(each.in_function);
    const std::string text = changed(source, each);
    lines.push_back(text.substr(head.size(), text.size() - head.size() - 4));
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("comparisons are turned round and moved by one at their limit") {
  CHECK(changes_of("return a == b") == Lines{"return a ~= b"});
  CHECK(changes_of("return a ~= b") == Lines{"return a == b"});
  CHECK(changes_of("return a < b") == Lines{"return a >= b", "return a <= b"});
  CHECK(changes_of("return a >= b") == Lines{"return a < b", "return a > b"});
  CHECK(changes_of("local x <const> = a") == Lines{});
}

TEST_CASE("conditions and their parts are dropped") {
  CHECK(changes_of("if a then b() end") == Lines{"if true then b() end", "if false then b() end"});
  CHECK(changes_of("return not a") == Lines{"return a"});
  CHECK(changes_of("return a and b") == Lines{"return b", "return a"});
  CHECK(changes_of("return a and b or c") ==
        Lines{"return b or c", "return a or c", "return c", "return a and b"});
  CHECK(changes_of("return f(a or b, c)") == Lines{"return f(b, c)", "return f(a, c)"});
  CHECK(changes_of("return a and b and c") == Lines{"return b and c", "return a and c", "return a and b"});
  CHECK(changes_of("local x = g(a)(b) or {} y()") == Lines{"local x = {} y()", "local x = g(a)(b) y()"});
  CHECK(changes_of("local x = a and b y = c") == Lines{"local x = b y = c", "local x = a y = c"});
  CHECK(changes_of("while true do g() end") == Lines{"while false do g() end"});
}

TEST_CASE("numbers, signs and truths are changed") {
  CHECK(changes_of("return 9") == Lines{"return 10"});
  CHECK(changes_of("return a + 1") == Lines{"return a - 1", "return a + 2"});
  CHECK(changes_of("return -a") == Lines{});
  CHECK(changes_of("return 1.5, 0x10, 1e3") == Lines{});
  CHECK(changes_of("return true") == Lines{"return false"});
}

TEST_CASE("answers are swapped, other strings and comments are not") {
  CHECK(changes_of("return yes()") == Lines{"return no()"});
  CHECK(changes_of("return no { A = b }") == Lines{"return yes { A = b }"});
  CHECK(changes_of("return answer(\"expired\")") == Lines{"return answer(\"chain\")"});
  CHECK(changes_of("return answer('chain')") == Lines{"return answer('expired')"});
  CHECK(changes_of("return x.yes()") == Lines{});
  CHECK(changes_of("return { ['chain'] = a }") == Lines{});
  CHECK(changes_of("return require \"chain\"") == Lines{});
  CHECK(changes_of("return \"a < b and 1\" -- a < b\n") == Lines{});
  CHECK(changes_of("--[==[ a < b ]] ]==] return [[a == b]]") == Lines{});
}

TEST_CASE("what a rule declares stays as it is") {
  const std::string source =
      "local limit = 3\nreturn { answers = { \"yes\", \"no\" }, weight = 2, decide = function() return limit "
      "end }";
  const std::vector<RuleMutant> mutants = rule_mutants(source, swaps);
  REQUIRE(mutants.size() == 1);
  CHECK(changed(source, mutants[0]).starts_with("local limit = 4\n"));
  CHECK_FALSE(mutants[0].in_function);
}

TEST_CASE("nearly all changes of the repository's rules compile") {
  const GuideOpening opening = open_guide(TSG_SOURCE_DIR, "application-gateway-502");
  REQUIRE(opening.resolver);
  const Pack& pack = opening.resolver->pack();
  const RuleDependencies dependencies(*opening.resolver);
  std::size_t all = 0;
  std::size_t compiled = 0;
  std::vector<RuleSource> sources = pack.rules;
  for (RuleSource& source : sources) {
    const std::vector<std::string>& users = dependencies.rules_with(source.file);
    if (users.empty()) continue;
    const std::string before = source.text;
    const std::vector<std::string> one = {users.front()};
    // Compiling all takes minutes with sanitizers; each file's are passed over in the same steps every time.
    constexpr std::size_t step = 11;
    const std::vector<RuleMutant> mutants = rule_mutants(before, dependencies.swaps_for(source.file));
    for (std::size_t at = source.file.size() % step; at < mutants.size(); at += step) {
      const RuleMutant& each = mutants[at];
      source.text = changed(before, each);
      CHECK(source.text != before);
      ++all;
      const Diagnostics diagnostics = compile_rules(sources, pack.catalogues, one).diagnostics;
      const bool syntax = std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& found) {
        return found.message.starts_with("does not compile");
      });
      compiled += syntax ? 0 : 1;
      if (syntax) UNSCOPED_INFO(source.file << ": " << each.change);
    }
    source.text = before;
  }
  CHECK(all > 200);
  CHECK(compiled == all);
}
