// SPDX-License-Identifier: MIT
// The JSON of a resolution: read back equal, and named by its schema.
#include "renderers/resolution_json.h"

#include <catch2/catch.hpp>
#include <set>

#include "engine/loader/resolution_reader.h"
#include "engine/text/file.h"
#include "tests/renderers/random_resolution.h"

namespace tsg {
namespace {

// The text of every `"name":` in a JSON text: its member names. Strings that hold such text are not told
// apart, so the texts it is used on hold none.
std::set<std::string> member_names(const std::string& json) {
  std::set<std::string> names;
  for (std::size_t end = json.find("\":"); end != std::string::npos; end = json.find("\":", end + 1)) {
    const std::size_t begin = json.rfind('"', end - 1) + 1;
    names.insert(json.substr(begin, end - begin));
  }
  return names;
}

// One of everything, with plain words.
Resolution full_resolution() {
  const NamedValue value{"Pool", std::string("p"), DataClass::Customer};
  const Need need{"a.b", "a string", "nothing", {"az"}};
  Verdict verdict;
  verdict.values = {value};
  verdict.findings = {{"s", {value}}};
  verdict.needs = {need};
  verdict.any_of = {need};
  verdict.evidence = {{"a.b", "c", DataClass::Internal, ""}};
  const std::vector<FilledArticle> parts = {{"s", {{"Pool", {}, ValueOrigin::Default, "", {}}}}};
  Resolution full;
  full.visits.resize(1);
  full.visits[0].verdict = verdict;
  full.visits[0].target = Target{};
  full.outcomes = {{"g", {}, "t", 0, "", false, {"x"}, parts}};
  full.open = {{"g", "s", "", 0, "t", "q", {{"yes", "Yes", {"Y"}}}, {need}, {}, {"Pool"}}};
  full.checks = {{"c", verdict, {}, "t", parts}};
  return full;
}

TEST_CASE("a resolution that was written is read back equal, whatever it holds") {
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    const Resolution made = test::RandomResolution(seed).make();
    const std::string json = resolution_json(made, seed % 2 == 0 ? 2 : 0);
    const ResolutionRead read = read_resolution(json, "resolution.json");
    if (read.resolution == made && read.diagnostics.empty()) continue;
    INFO("seed " << seed);
    if (!read.diagnostics.empty()) INFO(read.diagnostics[0].message);
    CAPTURE(json);
    FAIL("not read back equal");
  }
}

TEST_CASE("an empty resolution is written whole") {
  CHECK(resolution_json({}, 0) ==
        "{\"format\":\"tsg-resolution/"
        "1\",\"engineVersion\":\"\",\"guide\":\"\",\"guideVersion\":\"\",\"guideTitle\":\"\","
        "\"digest\":\"\",\"now\":\"\",\"visits\":[],\"outcomes\":[],\"open\":[],\"checks\":[],\"warnings\":[]"
        ",\"errors\":[]}"
        "\n");
}

TEST_CASE("the schema names every member that is written, and no other") {
  const auto schema = read_file(std::string(TSG_SOURCE_DIR) + "/docs/resolution.schema.json", 1U << 20U);
  REQUIRE(schema);
  const std::set<std::string> words = {
      "$schema",     "$id",        "$ref",       "$defs",    "title",
      "description", "type",       "properties", "required", "additionalProperties",
      "items",       "const",      "enum",       "oneOf",    "minimum",
      "maximum",     "uniqueItems"};
  const std::set<std::string> definitions = {
      "target",        "text",          "texts",       "classWord",   "namedValue", "finding", "need",
      "evidenceEntry", "verdictObject", "visitObject", "filledValue", "part",       "outcome", "optionObject",
      "openQuestion",  "checkResult",   "typedValue",  "visitIndex",  "valueType"};
  const std::set<std::string> written = member_names(resolution_json(full_resolution()));
  for (const std::string& name : member_names(schema.value())) {
    INFO(name);
    CHECK((written.contains(name) || words.contains(name) || definitions.contains(name)));
  }
  for (const std::string& name : written) {
    INFO(name);
    CHECK(schema.value().find("\"" + name + "\": {") != std::string::npos);
  }
}

TEST_CASE("the example in the documentation is a resolution, written as the program writes it") {
  const auto page = read_file(std::string(TSG_SOURCE_DIR) + "/docs/resolution-format.md", 1U << 20U);
  REQUIRE(page);
  const std::string& text = page.value();
  const std::size_t begin = text.find("```json\n") + 8;
  const std::string example = text.substr(begin, text.find("```\n", begin) - begin);
  const ResolutionRead read = read_resolution(example, "docs/resolution-format.md");
  for (const Diagnostic& diagnostic : read.diagnostics) INFO(diagnostic.message);
  REQUIRE(read.resolution);
  CHECK(read.resolution->outcomes.size() == 1);
  CHECK(resolution_json(*read.resolution) == example);
}

}  // namespace
}  // namespace tsg
