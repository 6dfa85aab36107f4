// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "tests/lua/rule_fixture.h"

using namespace tsg;
using namespace tsg::test;

TEST_CASE("a rule answers with values, and says where") {
  const Verdict verdict =
      run_text(rule_text("  return yes { Name = facts.gateway.name, Count = #facts.gateway.pools }"));
  CHECK(verdict.message == "");
  REQUIRE(verdict.kind == VerdictKind::Answer);
  CHECK(verdict.option == "yes");
  CHECK(verdict.rule == "gw/r");
  CHECK(verdict.rule_file == "rules/gw/r.lua");
  CHECK(verdict.rule_line == 3);
  REQUIRE(verdict.values.size() == 2);
  CHECK(verdict.values[0] == NamedValue{"Count", std::int64_t{2}, DataClass::Secret});
  CHECK(verdict.values[1] == NamedValue{"Name", std::string("gw1"), DataClass::Secret});
}
