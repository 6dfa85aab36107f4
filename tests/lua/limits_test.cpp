// SPDX-License-Identifier: MIT
// Time and memory: what is over a limit is an Error, and the next rule does not notice.
#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "engine/model/limits.h"
#include "tests/lua/rule_fixture.h"

using namespace tsg;
using namespace tsg::test;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool built_with_sanitizer = true;
#else
constexpr bool built_with_sanitizer = false;
#endif

double milliseconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("a rule that never ends is stopped, and the next one runs") {
  for (const char* body :
       {"while true do end", "while true do pcall(function() while true do end end) end",
        "local function f() return f() end return f()", "while true do pcall(error) end",
        "return tostring(setmetatable({}, { __tostring = function() while true do end end }))",
        "local t = {} for i = 1, 100000 do t[i] = i end table.sort(t, function() while true do end end)",
        "while true do pcall(string.rep, 'x', 1 << 30) end",
        "local t = {} for i = 1, 300000 do t['k' .. i] = i end while true do for k in pairs(t) do end end"}) {
    Rules rules({rule_source(rule_text(body), "loop"), rule_source(rule_text("return yes()"), "next")});
    Verdict verdict;
    const double took = milliseconds([&] { verdict = rules.run("loop", gateway_facts()); });
    CAPTURE(body, took, verdict.message);
    CHECK(verdict.kind == VerdictKind::Error);
    CHECK(verdict.message == "stopped: it ran longer than 200 ms");
    CHECK(took >= 199);
    CHECK(rules.run("next", gateway_facts()).kind == VerdictKind::Answer);
  }
}

TEST_CASE("a file that never ends is stopped while it is compiled") {
  Rules rules({rule_source("while true do end")});
  REQUIRE(rules.compiled.diagnostics.size() == 1);
  CHECK(rules.compiled.diagnostics[0].code.id == "TSG402");
}

TEST_CASE("a rule that takes too much memory is stopped, and cannot catch it") {
  for (const char* body :
       {"local t = {} for i = 1, 1e9 do t[i] = i end", "local s = 'x' while true do s = s .. s end",
        "local t = {} pcall(function() for i = 1, 1e9 do t[i] = i end end) return yes()",
        "local p = ('x'):rep(1 << 20) local t = {} for i = 1, 64 do t[i] = p end return yes { V = "
        "#table.concat(t) }"}) {
    Rules rules({rule_source(rule_text(body), "big"), rule_source(rule_text("return yes()"), "next")});
    const Verdict verdict = rules.run("big", gateway_facts());
    CAPTURE(body);
    // Under a sanitizer copying 16 MB may take the whole 200 ms: then the other limit is met first.
    const bool of_memory = verdict.message == "stopped: it needs more than 16 MB";
    const bool of_time = verdict.message == "stopped: it ran longer than 200 ms";
    CHECK((of_memory || (built_with_sanitizer && of_time)));
    CHECK(rules.compiled.engine.peak_bytes() <= limits::lua_heap_bytes);
    CHECK(rules.run("next", gateway_facts()).kind == VerdictKind::Answer);
  }
}

TEST_CASE("what one rule left behind does not count against the next") {
  Rules rules({rule_source(rule_text("local t = {} for i = 1, 60000 do t[i] = {} end return yes()"))});
  for (int i = 0; i < 6; ++i) CHECK(rules.run("r", gateway_facts()).kind == VerdictKind::Answer);
}

TEST_CASE("single calls that could run for ever are refused or finish") {
  for (const char* expression :
       {"string.rep('', 1 << 62)", "('x'):rep(1 << 30)", "#table.move({}, 1, 1 << 62, 2)",
        "table.concat({}, '', 1, math.maxinteger)", "table.unpack({}, 1, 1e8)", "('x'):rep(5000000)",
        "string.format('%99999999d', 1)",
        "table.concat(setmetatable({}, { __index = table.concat }), '', 1, math.maxinteger - 1)",
        "(function() local a = ('a'):rep(4000000) local b = ('a'):rep(2000000) .. 'b' return a:find(b, 1, "
        "true) end)()",
        "table.remove(setmetatable({}, { __len = function() return 1 << 62 end }), 1)",
        "text.contains(('a'):rep(4000000), ('a'):rep(2000000) .. 'b')"}) {
    CAPTURE(expression);
    CHECK(milliseconds([&] { value_of(expression); }) < 10000);
  }
}

TEST_CASE("deep recursion ends in an error") {
  for (const char* body :
       {"local function f(n) return 1 + f(n + 1) end return f(1)",
        "local function f() return pcall(f) end f() return f()",
        "local t = setmetatable({}, {}) local m = getmetatable(t) "
        "local function deep(n) return pcall(function() return deep(n + 1) end) end return deep(1)",
        "local t = {} for i = 1, 100000 do t = { t } end return t", "local t = {} t.t = t return t"}) {
    CAPTURE(body);
    CHECK(run_body(body).kind == VerdictKind::Error);
  }
}

TEST_CASE("engines on two threads do not meet") {
  const auto work = [] {
    Rules rules({rule_source(rule_text("return yes { N = facts.gateway.name }")),
                 rule_source(rule_text("while true do end"), "loop")});
    for (int i = 0; i < 200; ++i) REQUIRE(rules.run("r", gateway_facts()).kind == VerdictKind::Answer);
    REQUIRE(rules.run("loop", gateway_facts()).kind == VerdictKind::Error);
    REQUIRE(rules.run("r", gateway_facts()).kind == VerdictKind::Answer);
  };
  std::thread other(work);
  work();
  other.join();
}
