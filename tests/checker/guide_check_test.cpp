// SPDX-License-Identifier: MIT
// Each finding of the static analysis on a small pack: its place, its words, its way.
#include <catch2/catch.hpp>

#include "engine/diagnostics/pack_codes.h"
#include "engine/diagnostics/tree_codes.h"
#include "tests/checker/folder_pack.h"

using namespace tsg;
using namespace tsg::test;

namespace {

const std::string toml = "guides/ladder/guide.toml";

std::vector<std::string> notes_of(const Diagnostic& diagnostic) {
  std::vector<std::string> notes;
  for (const Note& note : diagnostic.notes) notes.push_back(note.message);
  return notes;
}

// The findings after one file was changed.
Diagnostics after(const Texts& clean, const std::string& path, const std::string& part,
                  const std::string& by) {
  Texts texts = clean;
  texts[path] = replaced(texts[path], part, by);
  return FolderPack(texts).check();
}

const Diagnostic& one(const Diagnostics& diagnostics, const Code& code) {
  INFO(told(diagnostics));
  const Diagnostic* found = find(diagnostics, code);
  REQUIRE(found != nullptr);
  return *found;
}

}  // namespace

TEST_CASE("the guides of the repository have no finding") {
  CHECK(told(check_folder(TSG_SOURCE_DIR)) == "");
}

TEST_CASE("a clean guide has no finding") {
  CHECK(told(FolderPack(ladder(3)).check()) == "");
}

TEST_CASE("a value that only a rule gives is missed where an agent answers, and the way is told") {
  const Diagnostics found = after(ladder(2), toml, "inputs = { V1x = \"string\" }", "");
  const Diagnostic& lacking = one(found, codes::placeholder_may_lack);
  CHECK(lacking.message == "`V1x` has no value on this way to `outcome:o1` of guide `ladder`");
  CHECK(lacking.place.file == "guides/ladder/outcomes/o1.md");
  CHECK(lacking.place.line == 6);
  CHECK(lacking.place.column == 1);
  CHECK(lacking.source_line.starts_with("<!--$V1x-->"));
  CHECK(notes_of(lacking) ==
        std::vector<std::string>{"`s0` -no, by rule-> `s1`", "`s1` -yes, by hand-> `outcome:o1`",
                                 "rule `d/s1` would give it, but an agent may answer in its place"});
  CHECK(lacking.notes[0].place.file == toml);
  CHECK(lacking.notes[0].place.line == 10);
  CHECK(lacking.notes[2].place.file == "rules/d/s1.lua");
  CHECK(lacking.notes[2].place.line == 5);
  CHECK(lacking.help ==
        "add `inputs = { V1x = \"string\" }` to step `s1`, or `V1x = \"...\"` under [values]");
}

TEST_CASE("a value that an agent gives is missed where the rule answers without it") {
  const Diagnostics found = after(ladder(2), "rules/d/s0.lua", "yes = { \"V0x\" }", "yes = {}");
  const Diagnostic& lacking = one(found, codes::placeholder_may_lack);
  CHECK(notes_of(lacking) == std::vector<std::string>{"`s0` -yes, by rule-> `outcome:o0`",
                                                      "for `yes` rule `d/s0` provides nothing"});
  CHECK(lacking.help.starts_with("add \"V0x\" to `provides` for `yes` of rule `d/s0`"));
}

TEST_CASE("an alias is followed, and misses what it stands for") {
  const Diagnostics found = after(ladder(2), toml, "inputs = { V0x = \"string\" }", "");
  std::vector<std::string> names;
  for (const Diagnostic& each : found) names.push_back(each.message.substr(0, each.message.find(" has")));
  CHECK(names == std::vector<std::string>{"`V0x`", "`Old0`"});
}

TEST_CASE("a placeholder that nothing gives is asked whether another was meant") {
  const Diagnostics found = after(ladder(2), "guides/ladder/outcomes/o0.md", slot("House"), slot("Hous"));
  const Diagnostic& lacking = one(found, codes::placeholder_without_source);
  CHECK(lacking.message == "nothing in guide `ladder` gives `Hous` a value");
  CHECK(lacking.help == "did you mean `House`?");
  CHECK(lacking.place.line == 4);
}

TEST_CASE("a fact that may be absent is no value to rely on, one that is required is") {
  CHECK(find(after(ladder(2), toml, "house.name", "house.owner"), codes::placeholder_may_lack) != nullptr);
  Texts texts = ladder(2);
  texts["rules/d/facts.toml"] = replaced(texts["rules/d/facts.toml"], "\"name\" = \"string\"",
                                         "\"name\" = { type = \"string\", class = \"secret\" }");
  CHECK(find(FolderPack(texts).check(), codes::placeholder_may_lack) != nullptr);
}

TEST_CASE("a value is missed on the way of an open question") {
  Texts texts = ladder(2);
  texts["guides/ladder/outcomes/o1.md"] += "\n" + slot("V0x") + "\n";
  texts[toml] = replaced(texts[toml], "next.no = \"s1\"\non.unknown = \"s1\"",
                         "next.no = \"outcome:o0\"\non.unknown = \"s1\"");
  texts["rules/d/s0.lua"] = rule_text("yes = { \"V0x\" }, no = { \"V0x\" }");
  const Diagnostic lacking = one(FolderPack(texts).check(), codes::placeholder_may_lack);
  CHECK(notes_of(lacking).front() == "`s0` -unknown-> `s1`");
}

TEST_CASE("what a fork's findings give is there for each subject, and not where its subjects are not known") {
  const std::string attic = "guides/attic/guide.toml";
  const Diagnostic lacking =
      one(after(ladder(1), attic, "inputs = { Room = \"string\" }\n", ""), codes::placeholder_may_lack);
  CHECK(lacking.message == "`Room` has no value on this way to `outcome:clean` of guide `attic`");
  CHECK(notes_of(lacking) ==
        std::vector<std::string>{"`room` -yes, by hand for all subjects-> `outcome:clean`",
                                 "for `yes` rule `d/room` provides nothing"});
}

TEST_CASE("what a rule gives in findings is gone below the article its answer shows") {
  Texts texts = ladder(2);
  texts["rules/d/s0.lua"] =
      rule_text("yes = { \"V0x\" }, no = { \"V0x\" }", "finding(\"a\", { V0x = 1 }) return no()");
  CHECK(told(FolderPack(texts).check()) == "");
  texts["guides/ladder/outcomes/o1.md"] += "\n" + slot("V0x") + "\n";
  texts[toml] = replaced(texts[toml], "on.unknown = \"s1\"\n", "");
  const Diagnostic lacking = one(FolderPack(texts).check(), codes::placeholder_may_lack);
  CHECK(notes_of(lacking).front() == "`s0` -no, by rule-> `s1`");
  texts["rules/d/s0.lua"] = rule_text("yes = { \"V0x\" }, no = { \"V0x\" }");
  CHECK(told(FolderPack(texts).check()) == "");
}

TEST_CASE("what only agents read is a warning, unless the guide is published") {
  Texts texts = ladder(2);
  texts["guides/ladder/outcomes/o1.md"] +=
      "\n<!-- audience: agent -->\n\n" + slot("V0x") + "\n\n<!-- /audience -->\n";
  const Diagnostic lacking = one(FolderPack(texts).check(), codes::agent_placeholder_may_lack);
  CHECK(lacking.severity == Severity::Warning);
  CHECK(lacking.place.line == 10);
  texts[toml] = replaced(texts[toml], "start = ", "publish = true\nstart = ");
  CHECK(one(FolderPack(texts).check(), codes::placeholder_may_lack).severity == Severity::Error);
}

TEST_CASE("a check needs the values of its own rule's yes") {
  const Diagnostic lacking = one(after(ladder(1), "rules/d/c0.lua", "W0x", "W0y"), codes::check_lacks_value);
  CHECK(lacking.place.file == "guides/ladder/outcomes/k0.md");
  CHECK(lacking.place.line == 4);
  CHECK(lacking.help == "did you mean `W0y`?");
  CHECK(lacking.notes[1].place.file == "rules/d/c0.lua");
}

TEST_CASE("of steps out of reach the first is told, with those behind it") {
  const Diagnostics found =
      after(ladder(4), toml, "next.no = \"s1\"\non.unknown = \"s1\"", "next.no = \"guide:attic\"");
  const Diagnostic& unreachable = one(found, codes::step_unreachable);
  CHECK(unreachable.message == "no way from a guide's start leads to step `s1`");
  CHECK(unreachable.place.file == toml);
  CHECK(notes_of(unreachable) ==
        std::vector<std::string>{"what lies behind it is out of reach too: `s2`, `s3`"});
  INFO(told(found));
  CHECK(found.size() == 1);
}

TEST_CASE("a circle is told only where no answer leaves it") {
  const std::string last =
      "next.yes = \"outcome:o1\"\nnext.no = \"guide:attic\"\non.unknown = \"guide:attic\"";
  CHECK(told(after(ladder(2), toml, last, "next.yes = \"outcome:o1\"\nnext.no = \"s0\"")) == "");
  Texts texts = ladder(2);
  texts[toml] =
      replaced(texts[toml], last, "next.yes = \"s1\"\nnext.no = \"s1\"\non.unknown = \"outcome:o1\"");
  const Diagnostic circle = one(FolderPack(texts).check(), codes::step_circle);
  CHECK(circle.message == "every answer of step `s1` leads back to it");
  CHECK(notes_of(circle) == std::vector<std::string>{"`s1` -next.yes-> `s1`"});
  CHECK(circle.notes[0].place.line == line_of(texts[toml], "next.yes = \"s1\""));
}

TEST_CASE("a jump to a guide of checks alone ends a walk with nothing") {
  const Diagnostic jump =
      one(after(ladder(1), toml, "\"guide:attic\"", "\"guide:cellar\""), codes::jump_to_no_steps);
  CHECK(jump.place.file == toml);
  CHECK(jump.message.starts_with("`next.no` of step `s0` leads to guide `cellar`"));
}

TEST_CASE("articles that nobody shows are warned of, shared ones once") {
  Texts texts = ladder(1);
  texts["guides/shared/outcomes/stray.md"] = article("diagnostics", "stray", "Stray");
  texts["guides/shared/outcomes/used.md"] = article("diagnostics", "used", "Used");
  texts["guides/attic/guide.toml"] =
      replaced(texts["guides/attic/guide.toml"], "next.no = \"outcome:done\"", "next.no = \"outcome:used\"");
  const Diagnostics found = FolderPack(texts).check();
  CHECK(found.size() == 1);
  CHECK(one(found, codes::outcome_unused).place.file == "guides/shared/outcomes/stray.md");
}

TEST_CASE("rules that did not compile are told of, and nothing that follows from them") {
  Texts texts = ladder(2);
  texts["rules/d/s0.lua"] = "return {";
  const Diagnostics found = FolderPack(texts).check();
  CHECK(found.size() == 1);
  CHECK(found.front().place.file == "rules/d/s0.lua");
}

TEST_CASE("a long chain of steps is checked in no time") {
  const Diagnostics found = after(ladder(400), toml, "inputs = { V399x = \"string\" }", "");
  const Diagnostic& lacking = one(found, codes::placeholder_may_lack);
  CHECK(lacking.notes.size() == 42);
}
