// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "tests/evaluator/guide_fixture.h"

namespace tsg {
namespace {

using namespace tsg::test;

std::vector<std::string> steps_of(const Resolution& resolution) {
  std::vector<std::string> steps;
  for (const Visit& visit : resolution.visits) {
    steps.push_back(visit.subject.empty() ? visit.step : visit.step + "[" + visit.subject + "]");
  }
  return steps;
}

std::vector<std::string> leaves_of(const Resolution& resolution) {
  std::vector<std::string> leaves;
  for (const ReachedOutcome& outcome : resolution.outcomes) {
    std::string leaf = to_text(outcome.target);
    if (!outcome.subject.empty()) leaf += "[" + outcome.subject + "]";
    if (outcome.provisional) leaf += "?";
    leaves.push_back(std::move(leaf));
  }
  return leaves;
}

using Texts = std::vector<std::string>;

World two_steps() {
  World world;
  world.step("empty").rule("empty").next("yes", "outcome:add").next("no", "health");
  world.step("health").next("good", "outcome:fine").next("bad", "outcome:mend");
  for (const char* id : {"add", "fine", "mend"}) world.outcome(id);
  return world;
}

TEST_CASE("a rule's answer leads on, and an agent's where there is no rule") {
  World world = two_steps();
  world.say("empty", answer("no"));
  world.answer_by_hand("health", "bad");
  const Resolution resolution = world.resolve();
  CHECK(steps_of(resolution) == Texts{"empty", "health"});
  CHECK(leaves_of(resolution) == Texts{"outcome:mend"});
  CHECK(resolution.visits[0].answered_by == AnsweredBy::Rule);
  CHECK(resolution.visits[0].edge == "next.no");
  CHECK(resolution.visits[1].answered_by == AnsweredBy::Agent);
  CHECK(resolution.visits[1].parent == 0);
  CHECK(resolution.outcomes[0].title == "Outcome mend");
  CHECK(resolution.outcomes[0].visit == 1);
  CHECK(resolution.open.empty());
  CHECK(resolution.warnings.empty());
  CHECK(resolution.errors.empty());
}

TEST_CASE("an agent overrides a rule, and both are recorded") {
  World world = two_steps();
  world.say("empty", answer("no"));
  world.answer_by_hand("empty", "yes", "", "the pool was emptied a minute ago");
  const Resolution resolution = world.resolve();
  CHECK(leaves_of(resolution) == Texts{"outcome:add"});
  CHECK(resolution.visits[0].answered_by == AnsweredBy::Agent);
  CHECK(resolution.visits[0].verdict->option == "no");
  CHECK(resolution.visits[0].option == "yes");
  CHECK(resolution.visits[0].reason == "the pool was emptied a minute ago");
}

TEST_CASE("an agent who says what the rule says leaves the answer to the rule") {
  World world = two_steps();
  world.say("empty", answer("yes"));
  world.answer_by_hand("empty", "yes", "", "checked");
  const Resolution resolution = world.resolve();
  CHECK(resolution.visits[0].answered_by == AnsweredBy::Rule);
  CHECK(resolution.visits[0].reason.empty());
}

TEST_CASE("a step nobody can answer is an open question and ends its branch") {
  World world = two_steps();
  world.say("empty", unknown({"gateway.name"}));
  world.runner.table[{"d/empty", ""}].any_of = {{"gateway.key", "", "", {}}};
  const Resolution resolution = world.resolve();
  CHECK(leaves_of(resolution).empty());
  REQUIRE(resolution.open.size() == 1);
  const OpenQuestion& open = resolution.open[0];
  CHECK(open.step == "empty");
  CHECK(open.guide == "g");
  CHECK(open.visit == 0);
  CHECK(open.title == "Is it empty?");
  CHECK(open.options.size() == 2);
  CHECK(open.needs == resolution.visits[0].verdict->needs);
  CHECK(open.any_of.size() == 1);
  CHECK(open.needs[0].gather == Texts{"az", "show"});
  CHECK(resolution.visits[0].edge.empty());
  CHECK_FALSE(resolution.visits[0].target);
}

TEST_CASE("on.unknown walks on, and all that follows is provisional") {
  World world = two_steps();
  world.guide().steps[0].on_unknown = Edge{"", target_of("health"), {}};
  world.say("empty", unknown({"gateway.name"}));
  world.answer_by_hand("health", "good");
  const Resolution resolution = world.resolve();
  CHECK(leaves_of(resolution) == Texts{"outcome:fine?"});
  CHECK(resolution.outcomes[0].open_steps == Texts{"empty"});
  CHECK_FALSE(resolution.visits[0].provisional);
  CHECK(resolution.visits[0].edge == "on.unknown");
  CHECK(resolution.visits[1].provisional);
  CHECK(resolution.open.size() == 1);
}

TEST_CASE("not applicable takes its edge; without one the branch is an error") {
  World world = two_steps();
  world.say("empty", not_applicable("a v1 gateway"));
  SECTION("without the edge") {
    const Resolution resolution = world.resolve();
    CHECK(leaves_of(resolution).empty());
    CHECK(resolution.errors ==
          Texts{"step `empty` of guide `g`: rule `d/empty` says that the question does not arise (a "
                "v1 gateway), and the step has no edge `on.not-applicable`"});
  }
  SECTION("with the edge") {
    world.guide().steps[0].on_not_applicable = Edge{"", target_of("outcome:fine"), {}};
    const Resolution resolution = world.resolve();
    CHECK(leaves_of(resolution) == Texts{"outcome:fine"});
    CHECK(resolution.visits[0].edge == "on.not-applicable");
    CHECK(resolution.visits[0].answered_by == AnsweredBy::Nobody);
  }
  SECTION("unless an agent answers") {
    world.answer_by_hand("empty", "yes");
    CHECK(leaves_of(world.resolve()) == Texts{"outcome:add"});
  }
}

TEST_CASE("a broken rule ends its branch and is never followed, whatever an agent says") {
  World world = two_steps();
  world.say("empty", broken("attempt to index a nil value"));
  world.answer_by_hand("empty", "yes");
  const Resolution resolution = world.resolve();
  CHECK(leaves_of(resolution).empty());
  CHECK(resolution.errors ==
        Texts{"step `empty` of guide `g`: rule `d/empty` broke: attempt to index a nil value"});
  CHECK(resolution.visits[0].verdict->kind == VerdictKind::Error);
}

TEST_CASE("an answer that names no option of its step is a warning and ignored") {
  World world = two_steps();
  world.say("empty", answer("no"));
  world.answer_by_hand("health", "god");
  const Resolution resolution = world.resolve();
  CHECK(resolution.open.size() == 1);
  CHECK(resolution.warnings == Texts{"ignored: step `health` has no answer `god` (did you mean `good`?)"});
}

TEST_CASE("a rule that answers what no edge takes ends its branch as an error") {
  World world = two_steps();
  world.say("empty", answer("perhaps"));
  const Resolution resolution = world.resolve();
  CHECK(resolution.errors == Texts{"step `empty` of guide `g`: rule `d/empty` answers `perhaps`, and the "
                                   "step has no edge `next.perhaps`"});
}

World forked() {
  World world;
  world.step("tls")
      .for_each("servers")
      .rule("tls")
      .next("expired", "outcome:renew")
      .next("none", "probe")
      .no_subjects("outcome:none");
  world.step("probe").next("ok", "outcome:fine");
  for (const char* id : {"renew", "none", "fine"}) world.outcome(id);
  return world;
}

TEST_CASE("a fork walks on once for each subject, one subject's way after the other's") {
  World world = forked();
  world.say("servers", listing({{"10.0.0.4:443", {}}, {"10.0.0.5:443", {}}, {"10.0.0.6:443", {}}}));
  world.say("tls", answer("none"));
  world.say("tls", answer("expired"), "10.0.0.5:443");
  world.answer_by_hand("probe", "ok", "10.0.0.6:443");
  const Resolution resolution = world.resolve();
  CHECK(steps_of(resolution) == Texts{"tls", "tls[10.0.0.4:443]", "probe[10.0.0.4:443]", "tls[10.0.0.5:443]",
                                      "tls[10.0.0.6:443]", "probe[10.0.0.6:443]"});
  CHECK(leaves_of(resolution) == Texts{"outcome:renew[10.0.0.5:443]", "outcome:fine[10.0.0.6:443]"});
  CHECK(resolution.visits[0].subjects == Texts{"10.0.0.4:443", "10.0.0.5:443", "10.0.0.6:443"});
  CHECK(resolution.visits[0].fork_verdict->findings.size() == 3);
  CHECK_FALSE(resolution.visits[0].verdict);
  CHECK(resolution.visits[3].parent == 0);
  REQUIRE(resolution.open.size() == 1);
  CHECK(resolution.open[0].subject == "10.0.0.4:443");
}

TEST_CASE("a fork without subjects takes on.no-subjects, and without that edge is an error") {
  World world = forked();
  world.say("servers", listing({}));
  CHECK(leaves_of(world.resolve()) == Texts{"outcome:none"});
  world.guide().steps[0].on_no_subjects = {};
  const Resolution resolution = world.resolve();
  CHECK(leaves_of(resolution).empty());
  CHECK(resolution.errors.size() == 1);
}

TEST_CASE("a fork whose subjects are not known is open, and followed once without a subject") {
  World world = forked();
  world.say("servers", unknown({"gateway.name"}));
  CHECK(leaves_of(world.resolve()).empty());
  CHECK(world.resolve().open[0].needs[0].path == "gateway.name");
  SECTION("by on.unknown") {
    world.guide().steps[0].on_unknown = Edge{"", target_of("probe"), {}};
    world.answer_by_hand("probe", "ok");
    const Resolution resolution = world.resolve();
    CHECK(steps_of(resolution) == Texts{"tls", "probe"});
    CHECK(leaves_of(resolution) == Texts{"outcome:fine?"});
  }
  SECTION("by an agent's answer for all") {
    world.answer_by_hand("tls", "expired");
    const Resolution resolution = world.resolve();
    CHECK(leaves_of(resolution) == Texts{"outcome:renew"});
    CHECK(resolution.open.empty());
  }
}

TEST_CASE("subjects must be unique, named, and not too many or too long") {
  World world = forked();
  const auto error_of = [&world](std::vector<Finding> findings) {
    world.say("servers", listing(std::move(findings)));
    const Resolution resolution = world.resolve();
    CHECK(resolution.outcomes.empty());
    REQUIRE(resolution.errors.size() == 1);
    return resolution.errors[0].substr(std::string("step `tls` of guide `g`: rule `d/servers` ").size());
  };
  CHECK(error_of({{"a", {}}, {"b", {}}, {"a", {}}}) == "lists the subject `a` twice");
  CHECK(error_of({{"", {}}}) == "lists a subject without a name");
  CHECK(error_of({{std::string(5000, 'x'), {}}}) ==
        "lists a subject of 5000 bytes; at most 4096 are allowed");
  CHECK(error_of(std::vector<Finding>(10001)) == "lists 10001 subjects; at most 10000 are allowed");
}

TEST_CASE("an answer for a subject the fork does not list is a warning") {
  World world = forked();
  world.say("servers", listing({{"a", {}}}));
  world.say("tls", answer("expired"));
  world.answer_by_hand("tls", "none", "b");
  const Resolution resolution = world.resolve();
  CHECK(resolution.warnings == Texts{"step `tls` has no subject `b`: its answer is not used"});
  CHECK(leaves_of(resolution) == Texts{"outcome:renew[a]"});
}

TEST_CASE("a fork inside a fork joins the subjects and hands rules the inner one") {
  World world;
  world.step("pool").for_each("pools").next("on", "server");
  world.step("server")
      .for_each("servers")
      .rule("down")
      .next("yes", "outcome:start")
      .no_subjects("outcome:start");
  world.outcome("start");
  world.answer_by_hand("pool", "on");
  world.say("pools", listing({{"p1", {}}, {"p2", {}}}));
  world.say("servers", listing({{"s1", {}}}), "p1");
  world.say("servers", listing({{"s1", {}}, {"s2", {}}}), "p2");
  world.say("down", answer("yes"));
  world.say("down", unknown({"x"}), "s2");
  const Resolution resolution = world.resolve();
  CHECK(leaves_of(resolution) == Texts{"outcome:start[p1 / s1]", "outcome:start[p2 / s1]"});
  REQUIRE(resolution.open.size() == 1);
  CHECK(resolution.open[0].subject == "p2 / s2");
  CHECK(world.runner.runs.at({"d/down", "s1"}) == 1);
  world.answer_by_hand("server", "yes", "p2 / s2");
  CHECK(world.resolve().open.empty());
  world.answers.answers.back().subject = "s2";
  CHECK(world.resolve().open.empty());
  CHECK(world.resolve().warnings.empty());
}

TEST_CASE("a guide leads on into another and carries answers, subject and provisional state along") {
  World world = forked();
  world.add_guide("other");
  world.step("first", "other").next("x", "outcome:wrong");
  world.step("second", "other").next("x", "outcome:there");
  world.outcome("there", {}, "other");
  world.guide().steps[1].next[0].target = target_of("guide:other#second");
  world.guide().steps[1].on_unknown = Edge{"", target_of("guide:other#second"), {}};
  world.say("servers", listing({{"a", {}}}));
  world.say("tls", answer("none"));
  world.answer_by_hand("second", "x", "a");
  const Resolution resolution = world.resolve();
  CHECK(leaves_of(resolution) == Texts{"outcome:there[a]?"});
  CHECK(resolution.outcomes[0].guide == "other");
  CHECK(resolution.outcomes[0].open_steps == Texts{"probe"});
  CHECK(resolution.visits.back().guide == "other");
}

TEST_CASE("a way that leads in a circle is an error, over steps, forks and guides") {
  World world = forked();
  world.say("servers", listing({{"a", {}}}));
  SECTION("over a step") {
    world.step("again").next("ok", "probe");
    world.guide().steps[1].next[0].target = target_of("again");
    world.answer_by_hand("again", "ok");
    world.answer_by_hand("probe", "ok");
    world.say("tls", answer("none"));
    CHECK(
        world.resolve().errors ==
        Texts{"step `again[a]` of guide `g`: the way leads in a circle: back to step `probe` of guide `g`"});
  }
  SECTION("over the fork itself") {
    world.guide().steps[0].next[0].target = target_of("tls");
    world.say("tls", answer("expired"));
    CHECK(world.resolve().errors ==
          Texts{"step `tls[a]` of guide `g`: the way leads in a circle: back to step `tls` of guide `g`"});
  }
  SECTION("over guides") {
    world.add_guide("other");
    world.step("back", "other").next("x", "guide:g");
    world.guide().steps[1].next[0].target = target_of("guide:other");
    world.answer_by_hand("probe", "ok");
    world.answer_by_hand("back", "x");
    world.say("tls", answer("none"));
    CHECK(
        world.resolve().errors ==
        Texts{"step `back[a]` of guide `other`: the way leads in a circle: back to step `tls` of guide `g`"});
  }
}

TEST_CASE("a way through too many guides ends") {
  World world;
  for (int at = 0; at < 20; ++at) world.add_guide("g" + std::to_string(at));
  world.step("s").next("x", "guide:g0");
  for (int at = 0; at < 20; ++at)
    world.step("s", "g" + std::to_string(at)).next("x", "guide:g" + std::to_string(at + 1));
  world.answer_by_hand("s", "x");
  CHECK(world.resolve().errors ==
        Texts{"step `s` of guide `g15`: the way leads through more than 16 guides"});
}

TEST_CASE("a target that is not there is an error of its branch") {
  World world;
  world.step("s")
      .next("a", "nowhere")
      .next("b", "guide:none")
      .next("c", "outcome:gone")
      .next("d", "article:gone");
  const auto error_of = [&world](const char* option) {
    world.answers = {};
    world.answer_by_hand("s", option);
    return world.resolve().errors.at(0);
  };
  CHECK(error_of("a") == "step `s` of guide `g`: guide `g` has no step `nowhere`");
  CHECK(error_of("b") == "step `s` of guide `g`: the pack has no guide `none`");
  CHECK(error_of("c") == "step `s` of guide `g`: `outcome:gone` has no article");
  CHECK(error_of("d") == "step `s` of guide `g`: `article:gone` has no article");
}

TEST_CASE("a walk of more visits than allowed is cut and says so") {
  World world;
  world.step("outer").for_each("outer").next("x", "inner").no_subjects("outcome:o");
  world.step("inner").for_each("inner").next("x", "outcome:o").no_subjects("outcome:o");
  world.outcome("o");
  std::vector<Finding> many;
  for (int at = 0; at < 400; ++at) many.push_back({std::to_string(at), {}});
  world.say("outer", listing(many));
  world.say("inner", listing(std::move(many)));
  world.answer_by_hand("outer", "x");
  world.answer_by_hand("inner", "x");
  const Resolution resolution = world.resolve();
  CHECK(resolution.visits.size() == 100000);
  CHECK(resolution.errors == Texts{"the walk was cut: it has more than 100000 visits or 128 MB"});
}

TEST_CASE("a walk that takes more memory than allowed is cut and says so") {
  World world;
  world.step("s").for_each("many").rule("wordy").next("x", "outcome:o").no_subjects("outcome:o");
  world.outcome("o");
  std::vector<Finding> many;
  for (int at = 0; at < 1000; ++at) many.push_back({std::to_string(at), {}});
  world.say("many", listing(std::move(many)));
  Verdict wordy = answer("x");
  wordy.evidence.push_back({"a", std::string(200000, 'e'), DataClass::Public, ""});
  world.say("wordy", std::move(wordy));
  const Resolution resolution = world.resolve();
  CHECK(resolution.visits.size() < 700);
  CHECK(resolution.outcomes.size() > 600);
  CHECK(resolution.errors == Texts{"the walk was cut: it has more than 100000 visits or 128 MB"});
}

TEST_CASE("a traced rule gives its evidence; one that is not pure is an error") {
  World world = two_steps();
  world.say("empty", answer("yes"));
  const Resolution untraced = world.resolve();
  const Resolution traced = world.resolve(Trace::On);
  CHECK(untraced.visits[0].verdict->evidence.empty());
  CHECK(traced.visits[0].verdict->evidence.size() == 1);
  CHECK(leaves_of(traced) == Texts{"outcome:add"});
  world.runner.impure = "d/empty";
  const Resolution impure = world.resolve(Trace::On);
  CHECK(leaves_of(impure).empty());
  CHECK(impure.errors ==
        Texts{"step `empty` of guide `g`: rule `d/empty` broke: rule is not pure: run twice over the "
              "same facts, it gave two verdicts"});
}

TEST_CASE("a rule runs once for each subject, however many steps and checks ask it") {
  World world = forked();
  world.guide().steps[1].rule = "d/tls";
  world.guide().checks = {{"c1", "d/tls", target_of("outcome:fine"), {}},
                          {"c2", "d/tls", target_of("outcome:fine"), {}}};
  world.say("servers", listing({{"a", {}}, {"b", {}}}));
  world.say("tls", answer("none"));
  world.resolve();
  for (const auto& [key, runs] : world.runner.runs) CHECK(runs == 1);
  CHECK(world.runner.runs.size() == 4);
}

TEST_CASE("a rule of a domain without a catalogue is an error, one without facts is asked over none") {
  World world = two_steps();
  world.guide().steps[0].rule = "elsewhere/empty";
  CHECK(world.resolve().errors == Texts{"step `empty` of guide `g`: rule `elsewhere/empty` broke: the pack "
                                        "has no catalogue of domain `elsewhere`"});
  world.pack.catalogues.push_back(World::catalogue());
  world.pack.catalogues.back().domain = "elsewhere";
  world.runner.table[{"elsewhere/empty", ""}] = answer("yes");
  CHECK(leaves_of(world.resolve()) == Texts{"outcome:add"});
}

TEST_CASE("text that is cut within a character and numbers that are none do not enter a resolution") {
  World world = two_steps();
  world.say("empty", answer("yes", {text_value("Name", "caf\xC3")}));
  CHECK(world.resolve().visits[0].verdict->values[0].value == Value("caf\xEF\xBF\xBD"));
  world.say("empty", answer("yes", {{"Ratio", 0.0 / 0.0 * 1.0, {}}}));
  CHECK(world.resolve(Trace::On).errors ==
        Texts{"step `empty` of guide `g`: rule `d/empty` broke: value `Ratio` is not a finite number"});
}

TEST_CASE("a guide without steps is not walked, one that starts nowhere is an error") {
  World world;
  CHECK(world.resolve().errors.empty());
  world.step("a");
  world.guide().start = "b";
  CHECK(world.resolve().errors == Texts{"guide `g` has no step `b` to start from"});
}

}  // namespace
}  // namespace tsg
