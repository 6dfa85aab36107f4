// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "engine/evaluator/fact_value.h"
#include "tests/evaluator/guide_fixture.h"

namespace tsg {
namespace {

using namespace tsg::test;
using Texts = std::vector<std::string>;

const char* const origin_names[] = {"finding", "verdict", "input", "fact", "default"};

// "value (origin, from)" of a placeholder in a part.
std::string shown(const FilledArticle& part, std::string_view placeholder) {
  for (const FilledValue& value : part.values) {
    if (value.placeholder != placeholder) continue;
    return to_text(value.value) + " (" + origin_names[static_cast<std::size_t>(value.origin)] + ", " +
           value.from + ")";
  }
  return "no such placeholder";
}

// first -> second -> outcome:end, which shows `placeholders`.
World two_rules(std::vector<std::string> placeholders) {
  World world;
  world.step("first").rule("first").next("yes", "second");
  world.step("second").rule("second").next("yes", "outcome:end");
  world.outcome("end", std::move(placeholders));
  return world;
}

Facts gateway_facts(const World& world) {
  Facts facts = world.empty_facts();
  facts.cell(1, 0).state = CellState::Present;
  facts.add_rows(1, 0, 1);
  const auto set = [&facts](NodeIndex node, const char* text) {
    FactCell& cell = facts.cell(node, 0);
    cell.state = CellState::Present;
    cell.text = text;
    cell.size = static_cast<std::uint32_t>(std::string_view(text).size());
  };
  set(2, "agw1");
  set(3, "hunter2");
  set(7, "2026-11-20T12:00:00Z");
  FactCell& ports = facts.cell(4, 0);
  ports.state = CellState::Present;
  ports.size = 2;
  ports.first = facts.add_rows(5, 0, 2);
  for (RowIndex row = 0; row < 2; ++row) {
    facts.cell(6, row).state = CellState::Present;
    facts.cell(6, row).integer = row == 0 ? 80 : 443;
  }
  return facts;
}

TEST_CASE("a value is that of the nearest verdict back along the path, whatever the case of its name") {
  World world = two_rules({"Gatewayname", "Pool", "Other"});
  world.say("first", answer("yes", {text_value("GatewayName", "agw1"), text_value("Pool", "far")}));
  world.say("second",
            answer("yes", {text_value("Pool", "far"), {"Other", std::int64_t{7}, DataClass::Internal}}));
  const Resolution resolution = world.resolve();
  REQUIRE(resolution.outcomes.size() == 1);
  REQUIRE(resolution.outcomes[0].parts.size() == 1);
  const FilledArticle& part = resolution.outcomes[0].parts[0];
  CHECK(shown(part, "Gatewayname") == "agw1 (verdict, d/first)");
  CHECK(shown(part, "Pool") == "far (verdict, d/second)");
  CHECK(shown(part, "Other") == "7 (verdict, d/second)");
  CHECK(part.values[2].data_class == DataClass::Internal);
  CHECK(resolution.warnings.empty());
}

TEST_CASE("two verdicts that give a name different values are a warning, once") {
  World world = two_rules({"Pool"});
  world.say("first", answer("yes", {text_value("Pool", "far")}));
  Verdict second = answer("yes");
  second.findings = {{"x", {text_value("Pool", "near")}}, {"y", {text_value("Pool", "near too")}}};
  world.say("second", std::move(second));
  SECTION("not between the findings of one verdict") {
    world.say("first", answer("yes"));
    CHECK(world.resolve().warnings.empty());
  }
  SECTION("between verdicts") {
    world.say("second", answer("yes", {text_value("POOL", "near")}));
    const Resolution resolution = world.resolve();
    CHECK(shown(resolution.outcomes[0].parts[0], "Pool") == "near (verdict, d/second)");
    CHECK(resolution.warnings ==
          Texts{"`Pool` of \"Outcome end\" is given different values by rule `d/second` at step "
                "`second` and by rule `d/first` at step `first`: the first is shown"});
  }
  SECTION("between a finding and a verdict behind it") {
    CHECK(world.resolve().warnings.size() == 1);
    CHECK(shown(world.resolve().outcomes[0].parts[0], "Pool") == "near (finding, d/second)");
  }
}

TEST_CASE("an outcome is shown once for each finding, with the finding's values before the verdict's") {
  World world = two_rules({"Server", "Pool"});
  world.say("first", answer("yes"));
  Verdict verdict = answer("yes", {text_value("Pool", "p")});
  verdict.findings = {{"10.0.0.4", {text_value("Server", "a")}}, {"10.0.0.5", {text_value("Server", "b")}}};
  world.say("second", std::move(verdict));
  const auto parts = world.resolve().outcomes[0].parts;
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].subject == "10.0.0.4");
  CHECK(shown(parts[0], "Server") == "a (finding, d/second)");
  CHECK(shown(parts[1], "Server") == "b (finding, d/second)");
  CHECK(shown(parts[1], "Pool") == "p (verdict, d/second)");
}

TEST_CASE(
    "within a fork a subject shows its own findings, never its siblings', and the fork's values count") {
  World world;
  world.step("s").for_each("servers").rule("sick").next("yes", "outcome:end").no_subjects("outcome:end");
  world.outcome("end", {"Server", "Listener"});
  Verdict fork =
      listing({{"a", {text_value("Server", "server a")}}, {"b", {text_value("Server", "server b")}}});
  fork.values = {text_value("Listener", "l")};
  world.say("servers", std::move(fork));
  Verdict sick = answer("yes");
  SECTION("no findings: the fork's") {
    world.say("sick", sick);
    const Resolution resolution = world.resolve();
    REQUIRE(resolution.outcomes.size() == 2);
    CHECK(resolution.outcomes[1].parts[0].subject == "b");
    CHECK(shown(resolution.outcomes[1].parts[0], "Server") == "server b (verdict, d/servers)");
    CHECK(shown(resolution.outcomes[1].parts[0], "Listener") == "l (verdict, d/servers)");
  }
  SECTION("its own") {
    sick.findings = {{"a", {text_value("Listener", "la")}}, {"b", {text_value("Listener", "lb")}}, {"c", {}}};
    world.say("sick", sick);
    const Resolution resolution = world.resolve();
    REQUIRE(resolution.outcomes[0].parts.size() == 1);
    CHECK(shown(resolution.outcomes[0].parts[0], "Listener") == "la (finding, d/sick)");
    CHECK(shown(resolution.outcomes[1].parts[0], "Listener") == "lb (finding, d/sick)");
  }
  SECTION("findings of things that are no subjects are all shown, those of siblings are not") {
    sick.findings = {{"b", {}}, {"listener 1", {}}, {"listener 2", {}}};
    world.say("sick", sick);
    const Resolution resolution = world.resolve();
    REQUIRE(resolution.outcomes[0].parts.size() == 2);
    CHECK(resolution.outcomes[0].parts[0].subject == "listener 1");
    REQUIRE(resolution.outcomes[1].parts.size() == 1);
    CHECK(resolution.outcomes[1].parts[0].subject == "b");
  }
}

TEST_CASE("[values] name other placeholders and facts; secrets and unknown facts are no value") {
  World world = two_rules({"BackendSeverAddress", "GatewayName", "Ports", "Port", "Key", "Circle"});
  world.guide().values = {{"backendseveraddress", "BackendServerAddress", "", {}},
                          {"GatewayName", "", "gateway.name", {}},
                          {"Ports", "", "gateway.ports[].port", {}},
                          {"Port", "", "gateway.ports[1].port", {}},
                          {"Key", "", "gateway.key", {}},
                          {"Circle", "Round", "", {}},
                          {"Round", "Circle", "", {}}};
  world.say("first", answer("yes", {text_value("BackendServerAddress", "10.0.0.4")}));
  world.say("second", answer("yes"));
  const Resolution resolution = world.resolve(gateway_facts(world));
  const FilledArticle& part = resolution.outcomes[0].parts[0];
  CHECK(shown(part, "BackendSeverAddress") == "10.0.0.4 (verdict, d/first)");
  CHECK(shown(part, "GatewayName") == "agw1 (fact, gateway.name)");
  CHECK(part.values[1].data_class == DataClass::Customer);
  CHECK(shown(part, "Ports") == "80, 443 (fact, gateway.ports[].port)");
  CHECK(shown(part, "Port") == "443 (fact, gateway.ports[1].port)");
  CHECK(shown(part, "Key") == " (default, )");
  CHECK(shown(part, "Circle") == " (default, )");
  CHECK(resolution.now == "2026-11-20T12:00:00Z");
  CHECK(shown(world.resolve().outcomes[0].parts[0], "GatewayName") == " (default, )");
}

TEST_CASE("a fact is found at any path the catalogue knows, and nowhere else") {
  const World world;
  Facts facts = gateway_facts(world);
  FactCell& tags = facts.cell(8, 0);
  tags.state = CellState::Present;
  tags.size = 2;
  tags.first = facts.add_items(9, 2);
  const std::pair<const char*, const char*> entries[] = {{"env", "test"}, {"env.owner", "me"}};
  for (std::uint32_t at = 0; at < 2; ++at) {
    facts.set_map_key(9, at, entries[at].first);
    facts.item(9, at).state = CellState::Present;
    facts.item(9, at).text = entries[at].second;
    facts.item(9, at).size = static_cast<std::uint32_t>(std::string_view(entries[at].second).size());
  }
  const auto text = [&facts](const char* path) {
    const auto found = fact_value(facts, path);
    return found ? to_text(found->value) : "none";
  };
  CHECK(text("gateway.tags.env") == "test");
  CHECK(text("gateway.tags.env.owner") == "me");
  CHECK(text("GATEWAY.Name") == "agw1");
  CHECK(text("gateway.ports[0].port") == "80");
  for (const char* path :
       {"", "gateway", "gateway.ports", "gateway.ports[]", "gateway.ports[2].port", "gateway.nam",
        "gateway.ports[x].port", "gateway.ports[-1].port", "gateway.tags", "gateway.tags.none",
        "gateway.name.x", "gateway.key", "gateway.ports[99999999999].port"}) {
    INFO(path);
    CHECK(text(path) == "none");
  }
  facts.set_stale(0);
  CHECK(text("gateway.name") == "none");
}

TEST_CASE("the values of an overridden rule do not count, inputs stand in, and those missing are asked for") {
  World world = two_rules({"Pool", "Port"});
  world.guide().steps[1].next.push_back({"no", target_of("outcome:end"), {}});
  world.guide().steps[1].inputs = {{"pool", InputType::String, {}}, {"Port", InputType::Integer, {}}};
  world.say("first", answer("yes"));
  world.say("second", answer("yes", {text_value("Pool", "by the rule")}));
  world.answer_by_hand("second", "no");
  SECTION("asked for") {
    const Resolution resolution = world.resolve();
    CHECK(shown(resolution.outcomes[0].parts[0], "Pool") == " (default, )");
    CHECK_FALSE(resolution.outcomes[0].provisional);
    REQUIRE(resolution.open.size() == 1);
    CHECK(resolution.open[0].step == "second");
    CHECK(resolution.open[0].inputs == Texts{"pool", "Port"});
    CHECK(resolution.open[0].options.empty());
  }
  SECTION("given") {
    world.answers.inputs = {{
                                "second",
                                "POOL",
                                std::string("by hand"),
                            },
                            {"second", "Port", std::string(" 443 ")}};
    const Resolution resolution = world.resolve();
    CHECK(shown(resolution.outcomes[0].parts[0], "Pool") == "by hand (input, second)");
    CHECK(resolution.outcomes[0].parts[0].values[0].data_class == DataClass::Customer);
    CHECK(resolution.outcomes[0].parts[0].values[1].value == Value(std::int64_t{443}));
    CHECK(resolution.open.empty());
  }
  SECTION("given, but not of the type") {
    world.answers.inputs = {{"second", "Port", std::string("https")}};
    const Resolution resolution = world.resolve();
    CHECK(resolution.warnings == Texts{"ignored: `https` is no value for `second.Port` (give an integer)"});
    CHECK(resolution.open[0].inputs == Texts{"pool", "Port"});
  }
}

TEST_CASE(
    "the nearest step on the path that declares an input is asked for it, in its open question if it has "
    "one") {
  World world;
  world.step("far").input("Pool").next("x", "near");
  world.step("near").input("Port").next("x", "outcome:end").unknown("outcome:end");
  world.outcome("end", {"Pool", "Port"});
  world.answer_by_hand("far", "x");
  const Resolution resolution = world.resolve();
  REQUIRE(resolution.open.size() == 2);
  CHECK(resolution.open[0].step == "near");
  CHECK(resolution.open[0].inputs == Texts{"Port"});
  CHECK(resolution.open[0].options.size() == 1);
  CHECK(resolution.open[1].step == "far");
  CHECK(resolution.open[1].inputs == Texts{"Pool"});
}

TEST_CASE("a leaf of another guide takes its own [values] first, then those of the guides before it") {
  World world;
  world.add_guide("other");
  world.step("s").next("x", "guide:other");
  world.step("t", "other").next("x", "outcome:end");
  world.outcome("end", {"Mine", "Theirs"}, "other");
  world.guide().values = {{"Mine", "", "gateway.ports[0].port", {}},
                          {"Theirs", "", "gateway.ports[1].port", {}}};
  world.guide("other").values = {{"Mine", "", "gateway.name", {}}};
  world.answer_by_hand("s", "x");
  world.answer_by_hand("t", "x");
  const Resolution resolution = world.resolve(gateway_facts(world));
  CHECK(shown(resolution.outcomes[0].parts[0], "Mine") == "agw1 (fact, gateway.name)");
  CHECK(shown(resolution.outcomes[0].parts[0], "Theirs") == "443 (fact, gateway.ports[1].port)");
}

TEST_CASE("a sweep shows what each check that says yes shows, once for each finding") {
  World world;
  world.outcome("unused", {"Listener"});
  world.guide().checks = {{"a", "d/a", target_of("outcome:unused"), {}},
                          {"b", "d/b", target_of("outcome:unused"), {}},
                          {"c", "d/c", target_of("outcome:unused"), {}},
                          {"e", "d/e", target_of("outcome:unused"), {}}};
  Verdict found = answer("yes");
  found.findings = {{"l1", {text_value("Listener", "l1")}}, {"l2", {text_value("Listener", "l2")}}};
  world.say("a", std::move(found));
  world.say("b", answer("no"));
  world.say("c", unknown({"gateway.name"}));
  world.say("e", broken("oops"));
  const Resolution resolution = world.resolve();
  REQUIRE(resolution.checks.size() == 4);
  CHECK(resolution.checks[0].title == "Outcome unused");
  REQUIRE(resolution.checks[0].parts.size() == 2);
  CHECK(shown(resolution.checks[0].parts[1], "Listener") == "l2 (finding, d/a)");
  CHECK(resolution.checks[1].parts.empty());
  CHECK(resolution.checks[2].verdict.needs.size() == 1);
  CHECK(resolution.open.empty());
  CHECK(resolution.errors == Texts{"check `e` of guide `g`: rule `d/e` broke: oops"});
}

TEST_CASE("walk and sweep each do their half of evaluate") {
  World world = two_rules({});
  world.guide().checks = {{"a", "d/first", target_of("outcome:end"), {}}};
  world.say("first", answer("yes"));
  world.say("second", answer("yes"));
  const Facts facts = world.empty_facts();
  const EvaluateRequest request{world.pack,   world.guide(), facts, world.answers,
                                world.runner, Trace::Off,    "1"};
  const Resolution whole = evaluate(request);
  Resolution walked = walk(request);
  const Resolution swept = sweep(request);
  CHECK(walked.checks.empty());
  CHECK(swept.visits.empty());
  walked.checks = swept.checks;
  CHECK(walked == whole);
  CHECK(whole.engine_version == "1");
}

}  // namespace
}  // namespace tsg
