// SPDX-License-Identifier: MIT
// Known faults of the compiler of Lua 5.4.4, which Debian 12 has: rules that are legal and would compute
// wrong values. What the loader can tell from the compiled form is refused; for the others it is pinned that
// the values are right here.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "engine/diagnostics/rule_codes.h"
#include "tests/lua/rule_fixture.h"

using namespace tsg;
using namespace tsg::test;

namespace {

std::string answer_of(const std::string& body, const std::string& head = "") {
  Rules rules({rule_source(rule_text(body, head))});
  for (const Diagnostic& each : rules.compiled.diagnostics) return std::string(each.code.id);
  const Verdict verdict = rules.run("r", gateway_facts());
  return verdict.kind == VerdictKind::Answer ? to_text(verdict.values.at(0).value) : verdict.message;
}

// More constants than an instruction can name.
std::string many_constants() {
  std::string text = "local k = {}\n";
  for (int i = 0; i < 150; ++i) text += fmt::format("k[{}.5] = {}.25 ", i, i);
  return text + "\n";
}

}  // namespace

TEST_CASE("782ef85b: a comparison that indexes a variable from outside of the function is refused") {
  const std::string head = "local t = { [true] = 'T', [false] = 'F' }\nlocal a, b = 1, 2\n";
  for (const std::string index :
       {"a < b", "a > b", "a == b", "a ~= b", "a <= 5", "b == 'x'", "not (a < b)"}) {
    INFO(index);
    CHECK(answer_of("return yes { V = t[" + index + "] }", head) == "TSG414");
    CHECK(answer_of("local f = function() return t[" + index + "] end\nreturn yes { V = f() }", head) ==
          "TSG414");
  }
  CHECK(answer_of("local s = {}\nlocal f = function() s[a < b] = 'T' end\nf()\nreturn yes { V = s[true] }",
                  head) == "TSG414");
}

TEST_CASE("782ef85b: the message names the line, however far down it stands") {
  for (const std::size_t lines : {1, 100, 1000}) {
    std::string body = "local x = 0\n";
    for (std::size_t i = 1; i < lines; ++i) body += i % 3 == 0 ? "x = x + 1\n" : "\n";
    Rules rules({rule_source(rule_text(body + "return yes { V = t[x < 1] }", "local t = {}"))});
    REQUIRE(rules.compiled.diagnostics.size() == 1);
    CHECK(rules.compiled.diagnostics[0].code == codes::rule_miscompiled);
    CHECK(rules.compiled.diagnostics[0].source_line == "return yes { V = t[x < 1] }");
  }
}

TEST_CASE("782ef85b: what is compiled rightly is not refused") {
  const std::string head = "local t = { [true] = 'T', [false] = 'F' }\nlocal a, b = 1, 2\n";
  CHECK(answer_of("local u = t\nreturn yes { V = u[a < b] .. u[a > b] .. u[a == b] }", head) == "TFF");
  CHECK(answer_of("local less = a < b\nreturn yes { V = t[less] }", head) == "T");
  CHECK(answer_of("return yes { V = t[a < b and b < a] .. t[a < b or a == b] }", head) == "FT");
  CHECK(answer_of("if a < b then return yes { V = t[true] } end", head) == "T");
  CHECK(answer_of("local x = a < b or t\nlocal y = a > b and t or b == a\nreturn yes { V = tostring(x) .. "
                  "tostring(y) }",
                  head) == "truefalse");
  CHECK(answer_of("return yes { V = #{ [a < b] = 1, [a > b] = 2 } }", head) == "0");
}

TEST_CASE("c764ca71: bitwise operators among more than 256 constants give right values") {
  const std::string head = "local u = { a = 703710 }\nlocal function f(x) return x + 1 end\n";
  const std::string x = "local x = tonumber('987654321')\n";
  for (const std::string expression :
       {"x & 8388593", "8388593 & x", "x | 77777", "77777 | x", "x ~ 12345", "12345 ~ x", "8384273 & f(x)",
        "f(x) & 8384273", "8384273 & u.a", "8384273 | u.a", "x & -99999", "77777.0 & x", "~8388593 | x",
        "1122867 & x | 4478310 & x", "x << 3 | 65537", "65537 << 3 ~ x"}) {
    INFO(expression);
    const std::string answer = "return yes { V = " + expression + " }";
    const std::string few = answer_of(x + answer, head);
    CHECK(few.find_first_not_of("-0123456789") == std::string::npos);
    CHECK(answer_of(x + many_constants() + answer, head) == few);
  }
}

TEST_CASE("ae9a0cbb: overlapping assignments give right values") {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"local i, a = 3, {} i, a[i] = 4, 20 return yes { V = i .. a[3] .. tostring(a[4]) }", "420nil"},
      {"local a = {} local b = a a.x, a = 1, {} return yes { V = tostring(b.x) .. tostring(a.x) }", "1nil"},
      {"local a = {} local b = a a, a.x = {}, 1 return yes { V = tostring(b.x) .. tostring(a.x) }", "1nil"},
      {"local a = {} local b = a local function f() a, a.x = {}, 1 end f() return yes { V = tostring(b.x) .. "
       "tostring(a.x) }",
       "1nil"},
      {"local a, i = {}, 'k' local b = a local function f() i, a, a[i] = 'z', {}, 1 end f() return yes { V = "
       "tostring(b.k) .. tostring(b.z) .. i }",
       "1nilz"},
      {"local u = {} local w = u local function f() local p = 7 u.b, p, u = 1, 8, {} return p end return yes "
       "{ V "
       "= f() .. w.b .. tostring(u.b) }",
       "81nil"},
      {"local a, i = { 10, 20, 30 }, 1 i, a[i], a[i + 1] = i + 1, 5, 6 return yes { V = table.concat(a, ',') "
       ".. i }",
       "5,6,302"},
  };
  for (const auto& [body, wanted] : table) {
    INFO(body);
    CHECK(answer_of(body) == wanted);
  }
}
