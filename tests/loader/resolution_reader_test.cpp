// SPDX-License-Identifier: MIT
#include "engine/loader/resolution_reader.h"

#include <sys/mman.h>

#include <catch2/catch.hpp>
#include <random>

#include "engine/model/limits.h"

namespace tsg {
namespace {

// A document with one visit, one verdict and one value.
const std::string whole = R"({
  "format": "tsg-resolution/1",
  "engineVersion": "0.1.0", "guide": "g", "guideVersion": "1", "guideTitle": "G", "digest": "d", "now": "",
  "visits": [{
    "parent": null, "guide": "g", "step": "s", "subject": "", "answeredBy": "rule", "option": "yes", "reason": "",
    "edge": "next.yes", "target": {"kind": "outcome", "id": "o", "step": ""}, "provisional": false, "subjects": [],
    "verdict": {
      "kind": "answer", "option": "yes", "message": "", "rule": "d/r", "ruleFile": "r.lua", "ruleLine": 7,
      "values": [{"name": "Port", "type": "integer", "value": 443, "class": "customer"}],
      "findings": [], "needs": [], "anyOf": [], "evidence": []},
    "forkVerdict": null}],
  "outcomes": [], "open": [], "checks": [], "warnings": ["w\u00e9"], "errors": []
}
)";

std::string with(std::string_view old_text, std::string_view new_text) {
  std::string changed = whole;
  const std::size_t at = changed.find(old_text);
  REQUIRE(at != std::string::npos);
  return changed.replace(at, old_text.size(), new_text);
}

// "3:5 TSG623 message / help" of the one diagnostic.
std::string refusal(const std::string& text) {
  const ResolutionRead read = read_resolution(text, "r.json");
  CHECK_FALSE(read.resolution);
  REQUIRE(read.diagnostics.size() == 1);
  const Diagnostic& problem = read.diagnostics[0];
  CHECK(problem.place.file == "r.json");
  return std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column) + " " +
         std::string(problem.code.id) + " " + problem.message +
         (problem.help.empty() ? "" : " / " + problem.help);
}

TEST_CASE("a resolution is read member by member, in any order") {
  const ResolutionRead read = read_resolution(whole, "r.json");
  REQUIRE(read.resolution);
  CHECK(read.diagnostics.empty());
  CHECK(read.resolution->visits[0].verdict->values[0].value == Value(std::int64_t{443}));
  CHECK(read.resolution->visits[0].verdict->rule_line == 7);
  CHECK(read.resolution->visits[0].target->kind == TargetKind::Outcome);
  CHECK(read.resolution->visits[0].parent == no_visit);
  CHECK(read.resolution->warnings[0] == "w\xC3\xA9");
  std::string moved = with("\"format\": \"tsg-resolution/1\",\n", "");
  moved.replace(moved.find("\"errors\": []"), 12, "\"errors\": [], \"format\": \"tsg-resolution/1\"");
  CHECK(read_resolution(moved, "r.json") == read);
}

TEST_CASE("a number keeps its type, whatever its digits look like") {
  const auto value_of = [](std::string_view json) {
    const ResolutionRead read =
        read_resolution(with("\"type\": \"integer\", \"value\": 443", json), "r.json");
    REQUIRE(read.resolution);
    return read.resolution->visits[0].verdict->values[0].value;
  };
  CHECK(value_of(R"("type": "number", "value": 443)") == Value(443.0));
  CHECK(value_of(R"("value": 1e3, "type": "number")") == Value(1000.0));
  CHECK(value_of(R"("type": "none", "value": null)") == Value());
  CHECK(value_of(R"("type": "list", "value": [])") == Value(std::vector<std::string>()));
}

TEST_CASE("a document of another shape is refused with the place and the cause") {
  const std::tuple<const char*, const char*, const char*> cases[] = {
      {"\"step\": \"s\", \"subject\"", "\"stp\": \"s\", \"subject\"",
       "5:35 TSG623 `visits[0]` has no member `stp` / did you mean `step`?"},
      {"\"guide\": \"g\", \"step\": \"s\", ", "\"guide\": \"g\", ",
       "4:14 TSG623 `visits[0]` lacks the member `step`"},
      {"\"edge\":", "\"edge\": \"\", \"edge\":", "6:17 TSG623 `visits[0]` has the member `edge` twice"},
      {"\"provisional\": false", "\"provisional\": \"no\"",
       "6:94 TSG623 `visits[0].provisional` is a text, where true or false is expected"},
      {"\"subjects\": []", "\"subjects\": {}",
       "6:113 TSG623 `visits[0].subjects` is an object, where a list is expected"},
      {"\"subjects\": []", "\"subjects\": [\"a\", 1]",
       "6:119 TSG623 `visits[0].subjects[1]` is a number, where a text is expected"},
      {"\"kind\": \"answer\"", "\"kind\": \"reply\"",
       "8:15 TSG623 `visits[0].verdict.kind` is `reply` / it is one of `answer`, `unknown`, "
       "`not-applicable`, `error`"},
      {"\"ruleLine\": 7", "\"ruleLine\": -7",
       "8:105 TSG623 `visits[0].verdict.ruleLine` is -7, out of range"},
      {"\"ruleLine\": 7", "\"ruleLine\": 7.5",
       "8:105 TSG623 `visits[0].verdict.ruleLine` is a number, where an integer is expected"},
      {"\"type\": \"integer\"", "\"type\": \"text\"",
       "9:18 TSG623 `visits[0].verdict.values[0]` says its value is of type `text`, but it is of type "
       "`integer`"},
      {"\"value\": 443", "\"value\": {}",
       "9:63 TSG623 `visits[0].verdict.values[0].value` is an object, where a value is expected"},
      {"\"parent\": null", "\"parent\": 0",
       "1:1 TSG623 `visits[0].parent` is 0, which does not stand before it"},
      {"\"parent\": null", "\"parent\": -1", "5:15 TSG623 `visits[0].parent` is -1, no index"},
      {"\"visits\": [", "\"visits\": null, \"x\": [",
       "4:13 TSG623 `visits` is null, where a list is expected"},
  };
  for (const auto& [old_text, new_text, expected] : cases)
    CHECK(refusal(with(old_text, new_text)) == expected);
  CHECK(refusal("[]") == "1:1 TSG623 a resolution is a JSON object");
}

TEST_CASE("another format is refused before anything else is looked at") {
  const std::string help = " / this program reads `tsg-resolution/1`; a newer one may be needed";
  CHECK(refusal(R"({"steps": 7, "format": "tsg-resolution/2"})") ==
        "1:1 TSG622 the format is `tsg-resolution/2`" + help);
  CHECK(refusal("{}") == "1:1 TSG622 the member `format` does not say what this is" + help);
  CHECK(refusal(R"({"format": 1})") == "1:1 TSG622 the member `format` does not say what this is" + help);
}

TEST_CASE("what is not JSON is refused with the place") {
  CHECK(refusal("").starts_with("1:1 TSG621 not JSON: "));
  CHECK(refusal("hello").starts_with("1:1 TSG62"));
  CHECK(refusal(whole + "x").starts_with("14:2 TSG621 not JSON: it does not end with the bracket"));
  CHECK(refusal(whole + "{}").starts_with("14:1 TSG621 not JSON: something follows"));
  CHECK(refusal(with("\"s\", \"subject\"", "\"s\\x\", \"subject\""))
            .starts_with("5:43 TSG621 `visits[0].step` is not JSON"));
  CHECK(refusal(with("\"s\", \"subject\"", "\"\xFF\", \"subject\"")).substr(4, 6) == "TSG621");
  CHECK(refusal(with("null,", "nul,")).starts_with("5:15 TSG621 `visits[0].parent` is not JSON"));
  CHECK(refusal(with("\"guide\": \"g\",", "\"guide\": \"g\"")).find("TSG621") != std::string::npos);
}

TEST_CASE("no cut, no changed byte and no depth of nesting does harm") {
  for (std::size_t size = 0; size + 2 < whole.size(); ++size) {
    if (read_resolution(whole.substr(0, size), "r.json").diagnostics.size() != 1) FAIL("cut at " << size);
  }
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text = whole;
    for (int changes = 0; changes < 3; ++changes)
      text[random() % text.size()] = "\"{}[],:\\0n\xFF e"[random() % 13];
    const ResolutionRead read = read_resolution(text, "r.json");
    if (read.resolution.has_value() == !read.diagnostics.empty()) FAIL(text);
  }
  const std::string deep(100000, '[');
  CHECK(refusal(with("\"w\\u00e9\"", deep)).find("TSG62") != std::string::npos);
  CHECK(refusal(with("\"value\": 443", "\"value\": " + deep)).find("TSG62") != std::string::npos);
  CHECK(refusal(deep).find("TSG62") != std::string::npos);
}

TEST_CASE("a document that is too large is refused unread") {
  // Address space without memory: what is refused unread is never touched.
  const std::size_t size = limits::resolution_json_bytes + 1;
  void* pages = mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  REQUIRE(pages != MAP_FAILED);
  const ResolutionRead read = read_resolution({static_cast<const char*>(pages), size}, "r.json");
  munmap(pages, size);
  CHECK_FALSE(read.resolution);
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].code.id == "TSG624");
  CHECK(read.diagnostics[0].message == "the resolution has 536870913 bytes; at most 536870912 are read");
}

}  // namespace
}  // namespace tsg
