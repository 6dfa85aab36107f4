// SPDX-License-Identifier: MIT
// What a rule promises at load, and how it is held to it.
#include <catch2/catch.hpp>

#include "tests/lua/rule_fixture.h"

using namespace tsg;
using namespace tsg::test;

namespace {

Diagnostic first_problem(std::vector<RuleSource> sources) {
  Rules rules(std::move(sources));
  REQUIRE(!rules.compiled.diagnostics.empty());
  return rules.compiled.diagnostics[0];
}

Verdict run_contract(const std::string& members, const std::string& body) {
  return run_text("return { " + members + ", reads = {}, decide = function() " + body + " end }");
}

}  // namespace

TEST_CASE("mistakes in a rule's file are found when it is compiled, with their place") {
  struct Row {
    const char* text;
    const char* code;
    std::uint32_t line;
    std::uint32_t column;
    const char* message;
    const char* help;
  };
  const Row rows[] = {
      {"local x = = 1", "TSG401", 1, 9, "unexpected symbol near '='", "mend"},
      {"\nlocal function f(\nreturn 1", "TSG401", 3, 1, "expected near 'return'", "mend"},
      {"\nerror('no')", "TSG402", 2, 1, "r.lua:2: no", "without facts"},
      {"return 1", "TSG403", 1, 1, "does not return a table", "return a table"},
      {"return { answers = {'yes'}, reads = {} }", "TSG403", 1, 1, "no `decide`", "return a table"},
      {"return { reads = {}, decide = function() end }", "TSG404", 1, 22, "the rule has no `answers`",
       "answers ="},
      {"return { answers = {'yes'}, decide = function() end }", "TSG404", 1, 29, "the rule has no `reads`",
       "fact paths"},
      {"return { answers = 'yes', reads = {}, decide = function() end }", "TSG404", 1, 10,
       "`answers` is a string", "answers ="},
      {"return { answers = {1}, reads = {}, decide = function() end }", "TSG404", 1, 10, "has a number among",
       "answers ="},
      {"return { answers = {'Yes'}, reads = {}, decide = function() end }", "TSG406", 1, 21,
       "the answer `Yes` is no id", "hyphens"},
      {"return { answers = {'yes'}, reads = {'gatewey'}, decide = function() end }", "TSG407", 1, 38,
       "`gatewey`", "did you mean `gateway`?"},
      {"return { answers = {'yes'}, reads = {}, provide = {}, decide = function() end }", "TSG405", 1, 41,
       "`provide`", "did you mean `provides`?"},
      {"return { answers = {'yes'}, reads = {}, provides = { no = {} }, decide = function() end }", "TSG408",
       1, 54, "`no`", "answers"},
      {"return { answers = {'yes'}, reads = {}, lowers = { X = '' }, decide = function() end }", "TSG404", 1,
       41, "reason", "reason"},
      {"require 'lib.topologie'", "TSG409", 1, 9, "`lib.topologie`", "did you mean `lib.topology`?"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Diagnostic problem =
        first_problem({rule_source(row.text), module_source("lib.topology", "return {}")});
    CHECK(problem.code.id == row.code);
    CHECK(problem.place.file == "rules/gw/r.lua");
    CHECK(problem.place.line == row.line);
    CHECK(problem.place.column == row.column);
    CAPTURE(problem.message, problem.help);
    CHECK(problem.message.find(row.message) != std::string::npos);
    CHECK(problem.help.find(row.help) != std::string::npos);
    CHECK_FALSE(problem.source_line.empty());
  }
}

TEST_CASE("modules that require one another are shown as a circle") {
  const Diagnostic problem =
      first_problem({rule_source("require 'lib.a'"), module_source("lib.a", "require 'lib.b'"),
                     module_source("lib.b", "\nrequire 'lib.a'")});
  CHECK(problem.code.id == "TSG410");
  CHECK(problem.message == "modules require one another in a circle: `lib.a` -> `lib.b` -> `lib.a`");
  CHECK(problem.place.file == "rules/gw/lib/b.lua");
  CHECK(problem.place.line == 2);
}

TEST_CASE("a module of another domain is required by the domain's name") {
  const auto of = [](std::string domain, std::string id, std::string text) {
    return RuleSource{.domain = domain,
                      .id = "lib." + id,
                      .is_module = true,
                      .file = "rules/" + domain + "/lib/" + id + ".lua",
                      .text = std::move(text)};
  };
  SECTION("and its own modules are those of its domain") {
    Rules rules(
        {rule_source(rule_text("return yes { V = require('net.a').word }", "local a = require 'net.a'")),
         of("net", "a", "return { word = require('lib.b').word .. require('net.b').word }"),
         of("net", "b", "return { word = 'far' }"), of("gw", "b", "return { word = 'near' }")});
    REQUIRE(rules.compiled.diagnostics.empty());
    CHECK(to_text(rules.run("r", gateway_facts()).values.at(0).value) == "farfar");
  }
  SECTION("an unknown one is told with what comes near") {
    const Diagnostic problem = first_problem(
        {rule_source("require 'network.a'"), of("net", "a", "return {}"), of("network", "ab", "return {}")});
    CHECK(problem.code.id == "TSG409");
    CHECK(problem.help == "did you mean `network.ab`?");
  }
  SECTION("a name without a domain is none") {
    const Diagnostic problem =
        first_problem({rule_source("require 'a'"), of("gw", "quite-another", "return {}")});
    CHECK(problem.code.id == "TSG409");
    CHECK(problem.help.find("`lib.<module>` is `rules/gw/lib/<module>.lua`") != std::string::npos);
  }
  SECTION("a circle over domains is shown as the rule would name its modules") {
    const Diagnostic problem = first_problem(
        {rule_source("require 'net.a'"), of("net", "a", "require 'gw.b'"), of("gw", "b", "require 'net.a'")});
    CHECK(problem.code.id == "TSG410");
    CHECK(problem.message == "modules require one another in a circle: `net.a` -> `lib.b` -> `net.a`");
  }
}

TEST_CASE("a module that does not compile is reported in its own file, once") {
  Rules rules({rule_source("local m = require 'lib.a' " + rule_text("return yes()")),
               rule_source("require 'lib.a'", "s"), module_source("lib.a", "\nx x")});
  REQUIRE(rules.compiled.diagnostics.size() == 1);
  CHECK(rules.compiled.diagnostics[0].place.file == "rules/gw/lib/a.lua");
  CHECK(rules.compiled.engine.contract("gw/r") == nullptr);
}

TEST_CASE("unknown rules, missing catalogues and large files are reported") {
  const std::vector<RuleSource> sources = {rule_source(rule_text("return yes()"), "pool-empty")};
  const Catalogue catalogue = gateway_catalogue();
  const std::vector<std::string> wanted = {"gw/pool-emty"};
  const auto unknown = compile_rules(sources, {&catalogue, 1}, wanted);
  CHECK(unknown.diagnostics.at(0).code.id == "TSG412");
  CHECK(unknown.diagnostics.at(0).help == "did you mean `gw/pool-empty`?");
  CHECK(compile_rules(sources, {}, {}).diagnostics.at(0).code.id == "TSG413");
  CHECK(first_problem({rule_source(std::string(300000, ' '))}).code.id == "TSG411");
}

TEST_CASE("only what is wanted is compiled") {
  const std::vector<RuleSource> sources = {rule_source(rule_text("return yes()"), "good"),
                                           rule_source("x x", "bad")};
  const Catalogue catalogue = gateway_catalogue();
  const std::vector<std::string> wanted = {"gw/good"};
  const auto compiled = compile_rules(sources, {&catalogue, 1}, wanted);
  CHECK(compiled.diagnostics.empty());
  REQUIRE(compiled.engine.contract("gw/good") != nullptr);
  CHECK(compiled.engine.contract("gw/good")->answers == std::vector<std::string>{"yes", "no"});
}

TEST_CASE("an answer must be declared") {
  const Verdict verdict = run_contract("answers = { 'common-name' }", "return answer('comon-name')");
  CHECK(verdict.kind == VerdictKind::Error);
  CHECK(verdict.message == "answers `comon-name`, which is not among `answers`; did you mean `common-name`?");
  CHECK(run_contract("answers = { 'yes' }", "pcall(no) return yes()").kind == VerdictKind::Error);
}

TEST_CASE("an answer gives what it provides") {
  const std::string members = "answers = { 'yes' }, provides = { yes = { 'Name' } }";
  CHECK(run_contract(members, "return yes { Name = 'x' }").kind == VerdictKind::Answer);
  CHECK(run_contract(members, "return yes { name = 'x' }").kind == VerdictKind::Answer);
  CHECK(run_contract(members, "return yes()").message ==
        "answers `yes` without the value `Name`, which `provides` promises");
  CHECK(run_contract(members, "finding('a', { Name = 'x' }) return yes()").kind == VerdictKind::Answer);
  CHECK(run_contract(members, "finding('a', { Name = 'x' }) finding('b') return yes()").kind ==
        VerdictKind::Error);
  CHECK(run_contract(members, "finding('a') return yes { Name = 'x' }").kind == VerdictKind::Answer);
}

TEST_CASE("findings have subjects that are unique and not empty") {
  const Verdict verdict =
      run_contract("answers = { 'yes' }", "finding('b', { N = 1 }) finding('a') return yes()");
  REQUIRE(verdict.findings.size() == 2);
  CHECK(verdict.findings[0].subject == "b");
  CHECK(verdict.findings[0].values.at(0).name == "N");
  for (const char* body : {"finding('') return yes()", "finding('a') pcall(finding, 'a') return yes()",
                           "finding(1) return yes()"}) {
    CHECK(run_contract("answers = { 'yes' }", body).kind == VerdictKind::Error);
  }
}

TEST_CASE("decide returns a verdict") {
  const std::string answers = "answers = { 'yes', 'no' }";
  CHECK(run_contract(answers, "yes()").message.find("decide returned nothing") == 0);
  CHECK(run_contract(answers, "return true").message.find("decide returned a boolean") == 0);
  CHECK(run_contract(answers, "return not_applicable('no gateway')").message == "no gateway");
  CHECK(run_contract(answers, "return not_applicable('no gateway')").kind == VerdictKind::NotApplicable);
  CHECK(run_contract(answers, "return not_applicable()").kind == VerdictKind::Error);
}

TEST_CASE("unknown names what is needed and how to gather it") {
  const Verdict verdict = run_body(
      "return unknown { needs = { 'gateway.tier' }, any_of = { fact_path(facts, 'ports'), 'now' } }");
  REQUIRE(verdict.kind == VerdictKind::Unknown);
  CHECK(verdict.needs.at(0).path == "gateway.tier");
  CHECK(verdict.needs.at(0).gather.at(0) == "az");
  CHECK(verdict.needs.at(0).expected == "");
  CHECK(verdict.any_of.size() == 2);
  CHECK(run_body("return unknown { needs = { 'gateway.teir' } }")
            .message.find("did you mean `gateway.tier`?") != std::string::npos);
  CHECK(run_body("return unknown {}").kind == VerdictKind::Error);
}

TEST_CASE("values are strings, numbers, booleans and lists of strings") {
  const Verdict verdict = run_body(
      "return yes { S = 's', I = 3, F = 1.5, B = false, L = { 'a', 'b' }, E = {}, Z = facts.gateway.zones }");
  REQUIRE(verdict.values.size() == 7);
  CHECK(verdict.values[0].value == Value(false));
  CHECK(verdict.values[3].value == Value(std::int64_t{3}));
  CHECK(verdict.values[4].value == Value(std::vector<std::string>{"a", "b"}));
  CHECK(verdict.values[6].value == Value(std::vector<std::string>{"1", "2"}));
  for (const char* bad :
       {"{ X = { 1 } }", "{ X = { a = 1 } }", "{ X = print }", "{ X = 1/0 }", "{ X = 0/0 }", "{ 'x' }",
        "{ X = facts.gateway }", "{ X = facts.gateway.pools }", "'x'", "{ X = yes }", "{ X = { {} } }"}) {
    CAPTURE(bad);
    const bool nothing = std::string(bad) == "{ X = print }";
    CHECK((run_body(std::string("return yes ( ") + bad + " )").kind == VerdictKind::Error) == !nothing);
  }
}

TEST_CASE("values keep valid UTF-8 whatever a rule makes") {
  CHECK(to_text(run_body("return yes { V = 'a\\0b\\xff\\xc0c' }").values.at(0).value) ==
        std::string("a\0b\xEF\xBF\xBD\xEF\xBF\xBD"
                    "c",
                    10));
}

TEST_CASE("what a rule says in one run is bounded") {
  for (const char* body :
       {"local t = {} for i = 1, 20000 do t[i] = 'x' end return yes { T = t }",
        "return yes { T = string.rep('x', 300000) }",
        "local t = {} for i = 1, 100 do t[i] = 'x' end "
        "for i = 1, 20000 do finding('s' .. i, { T = t }) end return yes()",
        "for i = 1, 20000 do local v = yes() end return yes()",
        "local t = {} for i = 1, 1000 do t['k' .. i] = string.rep('x', 300) end return yes(t)"}) {
    const Verdict verdict = run_body(body);
    CAPTURE(body, verdict.message);
    CHECK(verdict.message.find("the rule says too much") == 0);
  }
}

TEST_CASE("a value carries the highest class under reads, unless it is lowered with a reason") {
  const auto run = [](const std::string& reads) {
    return run_text("return { answers = { 'yes' }, reads = { " + reads +
                    " }, lowers = { L = 'chosen by the customer' }, decide = function() return yes { L = 1, "
                    "N = 1 } end }");
  };
  CHECK(run("'gateway.name'").values.at(1).data_class == DataClass::Internal);
  CHECK(run("'gateway.name'").values.at(0).data_class == DataClass::Customer);
  CHECK(run("'gateway'").values.at(1).data_class == DataClass::Secret);
  CHECK(run("").values.at(0).data_class == DataClass::Public);
}

TEST_CASE("the line of a verdict is that of the rule's file, also through a module and for errors") {
  Rules rules(
      {rule_source("local m = require 'lib.m'\n" + rule_text("\n  return m.say()")),
       module_source("lib.m",
                     "\n\n\n\nlocal m = {}\nfunction m.say() local v = yes() return v end\nreturn m")});
  CHECK(rules.compiled.diagnostics.empty());
  CHECK(rules.run("r", gateway_facts()).rule_line == 0);
  CHECK(run_body("\n\n return yes()").rule_line == 5);
  CHECK(run_body("\n\n local v = yes()\n return v").rule_line == 5);
  CHECK(run_body("\n error('x')").rule_line == 4);
  CHECK(run_body("\n error('x')").message == "r.lua:4: x");
  CHECK(run_body("\n local x = facts.nothing.x").rule_line == 4);
}

TEST_CASE("error messages are one line of valid text without addresses") {
  CHECK(run_body("error('a\\nb\\xff\\27[31m')").message.find('\n') == std::string::npos);
  CHECK(run_body("error(nil)").message == "raised a nil where a message was expected");
  CHECK(run_body("error({})").message == "raised a table where a message was expected");
  CHECK(run_body("error(setmetatable({}, { __tostring = function() while true do end end }))").message ==
        "raised a table where a message was expected");
  CHECK(run_body("local t = {} t.x.y = 1").message.find("0x") == std::string::npos);
}

TEST_CASE("the subject reaches decide") {
  Rules rules({rule_source(rule_text("return yes { S = tostring(subject) }"))});
  CHECK(to_text(rules.run("r", gateway_facts(), Trace::Off, "server-1").values.at(0).value) == "server-1");
  CHECK(to_text(rules.run("r", gateway_facts()).values.at(0).value) == "nil");
}
