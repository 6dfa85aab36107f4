// SPDX-License-Identifier: MIT
// What an author did wrong is told once, and what follows from it is not.
#include "engine/checker/causes.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/diagnostics/pack_codes.h"
#include "engine/diagnostics/rule_codes.h"
#include "engine/diagnostics/tree_codes.h"
#include "tests/checker/folder_pack.h"

namespace tsg {
namespace {

using namespace tsg::test;

Diagnostic error_in(const std::string& file, const Code& code = codes::start_missing) {
  return make_diagnostic(code, {.file = file}, "broken");
}

Pack two_guides() {
  Pack pack;
  pack.guides.resize(2);
  pack.guides[0].id = "one";
  pack.guides[0].file = "guides/one/guide.toml";
  pack.guides[0].domain = "d";
  pack.guides[1].id = "two";
  pack.guides[1].file = "guides/two/guide.toml";
  pack.guides[1].domain = "e";
  return pack;
}

TEST_CASE("a guide waits for its own file and for the catalogue of its domain") {
  const Pack pack = two_guides();
  CHECK(waiting_guides(pack, {}).empty());
  CHECK(waiting_guides(pack, {error_in("guides/one/guide.toml")}) == std::set<std::string>{"one"});
  CHECK(waiting_guides(pack, {error_in("rules/e/facts.toml")}) == std::set<std::string>{"two"});
  CHECK(waiting_guides(pack, {error_in("rules/f/facts.toml"), error_in("rules/d/x.lua")}).empty());
  Diagnostic warning = error_in("guides/one/guide.toml");
  warning.severity = Severity::Warning;
  CHECK(waiting_guides(pack, {warning}).empty());
}

TEST_CASE("what a guide waits for is said, with its place") {
  const Diagnostics told = tell_waiting(two_guides(), {error_in("rules/d/facts.toml")});
  REQUIRE(told.size() == 1);
  CHECK(told[0].code == codes::guide_not_proved);
  CHECK(told[0].place.file == "guides/one/guide.toml");
  REQUIRE(told[0].notes.size() == 1);
  CHECK(told[0].notes[0].place.file == "rules/d/facts.toml");
}

TEST_CASE("that rules read what a broken catalogue lacks only follows") {
  Diagnostics told = {error_in("rules/d/facts.toml"), error_in("rules/d/a.lua", codes::rule_reads_unknown),
                      error_in("rules/dd/a.lua", codes::rule_reads_unknown),
                      error_in("rules/d/a.lua", codes::rule_answer_id)};
  drop_consequences(told);
  REQUIRE(told.size() == 3);
  CHECK(told[1].place.file == "rules/dd/a.lua");
  CHECK(told[2].code == codes::rule_answer_id);
}

}  // namespace
}  // namespace tsg
