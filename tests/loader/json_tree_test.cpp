// SPDX-License-Identifier: MIT
#include "engine/loader/json_tree.h"

#include <catch2/catch.hpp>

#include <fmt/format.h>
#include <simdjson.h>

#include <random>

#include "engine/loader/advisor_body.h"
#include "engine/loader/problem_menu_body.h"
#include "engine/loader/support_topics_body.h"
#include "engine/model/limits.h"

using namespace tsg;

namespace {

JsonTreeReading read_all(std::string_view text) {
  return read_json_tree(text, {0, text.size()});
}

// The tree written again without blanks, every text as it was.
std::string compact(const JsonValue& value) {
  if (!value.is(JsonKind::Object) && !value.is(JsonKind::List)) return std::string(value.written());
  const bool object = value.is(JsonKind::Object);
  std::string out = object ? "{" : "[";
  for (const JsonValue child : value.children()) {
    if (out.size() > 1) out += ',';
    if (object) out += fmt::format("\"{}\":", child.bare_key());
    out += compact(child);
  }
  return out + (object ? "}" : "]");
}

// Replaces each departure by what mends it, from the last to the first.
std::string mended(std::string text, const JsonTreeReading& reading) {
  for (auto each = reading.departures.rbegin(); each != reading.departures.rend(); ++each)
    text.replace(each->range.begin, each->range.end - each->range.begin, each->replacement);
  return text;
}

bool strict_json(const std::string& text) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  return parser.parse(text).get(root) == simdjson::SUCCESS;
}

std::string random_json(std::mt19937& random, int depth) {
  const auto pick = [&random](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
  switch (pick(depth > 0 ? 7 : 4)) {
    case 0:
      return "null";
    case 1:
      return pick(1) == 0 ? "true" : "false";
    case 2:
      return fmt::format("{}", pick(2000) - 1000);
    case 3:
      return R"("a\u00e9\n\"b\\")";
    case 4:
      return "\"\xC3\xA9 text\"";
    case 5: {
      std::string list = "[";
      for (int i = pick(3); i >= 0; --i) list += random_json(random, depth - 1) + (i > 0 ? " , " : "");
      return list + "]";
    }
    default: {
      std::string object = "{ ";
      for (int i = pick(3); i >= 0; --i)
        object += fmt::format("\"k{}\" : {}{}", pick(9), random_json(random, depth - 1), i > 0 ? ",\n" : "");
      return object + "}";
    }
  }
}

}  // namespace

TEST_CASE("members keep their order, their places and what was repeated") {
  const std::string_view text = R"(  {"b": 1, "a": [true, null], "b": "x\ty"}  )";
  const JsonTreeReading reading = read_all(text);
  REQUIRE(reading.readable());
  REQUIRE(reading.departures.empty());
  const JsonValue root = reading.tree.root();
  REQUIRE(root.range() == ByteRange{2, text.size() - 2});
  REQUIRE(compact(root) == R"({"b":1,"a":[true,null],"b":"x\ty"})");
  REQUIRE(root.member("b").text() == "x\ty");
  REQUIRE(root.member("b").key_range() == ByteRange{30, 33});
  REQUIRE(reading.duplicates == std::vector<std::uint32_t>{root.member("b").node()});
  REQUIRE_FALSE(root.member("c"));
  REQUIRE(root.member("c").member("d").text().empty());
  REQUIRE(root.member_ignoring_case("A").is(JsonKind::List));
}

TEST_CASE("texts are decoded, and keys with escapes are found") {
  const JsonTreeReading reading = read_all(R"({"k\u0065y": "\ud83d\ude00 \u00e9 \/ \b\f\n\r\t"})");
  REQUIRE(reading.tree.root().member("key").text() == "\xF0\x9F\x98\x80 \xC3\xA9 / \b\f\n\r\t");
  REQUIRE(reading.tree.root().member_ignoring_case("KEY").key() == "key");
  const JsonTreeReading twice = read_all(R"({"a": 1, "\u0061": 2})");
  REQUIRE(twice.duplicates.size() == 1);
}

TEST_CASE("numbers are whole when they are written so") {
  const JsonTreeReading reading = read_all("[7, -0, 1.0, 1e3, 9223372036854775807, 9223372036854775808]");
  std::vector<std::optional<std::int64_t>> numbers;
  for (const JsonValue item : reading.tree.root().children()) numbers.push_back(item.integer());
  const std::optional<std::int64_t> none;
  REQUIRE(numbers == std::vector<std::optional<std::int64_t>>{7, 0, none, none, INT64_MAX, none});
}

TEST_CASE("three departures are read, and mending them gives strict JSON") {
  struct Row {
    std::string text;
    std::vector<JsonFlawKind> flaws;
    std::string mended;
  };
  using enum JsonFlawKind;
  const std::string nul("[\"a\0b\"]", 7);
  const std::vector<Row> rows = {
      {"[1, 2 , ]", {CommaInList}, "[1, 2  ]"},
      {"{\"a\": 1,}", {CommaInObject}, "{\"a\": 1}"},
      {"{a_1: 1, $b: 2}", {UnquotedKey, UnquotedKey}, "{\"a_1\": 1, \"$b\": 2}"},
      {"{null: 1}", {UnquotedKey}, "{\"null\": 1}"},
      {"[\"a\r\nb\"]", {ControlCharacter}, "[\"a\\r\\nb\"]"},
      {"{\"k\tey\": \"\t\xC3\xA9\x01\"}",
       {ControlCharacter, ControlCharacter},
       "{\"k\\tey\": \"\\t\xC3\xA9\\u0001\"}"},
      {nul, {ControlCharacter}, "[\"a\\u0000b\"]"},
      {"{a: [\"\n\",],}", {UnquotedKey, ControlCharacter, CommaInList, CommaInObject}, "{\"a\": [\"\\n\"]}"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const JsonTreeReading reading = read_all(row.text);
    REQUIRE(reading.readable());
    std::vector<JsonFlawKind> kinds;
    for (const JsonDeparture& each : reading.departures) kinds.push_back(each.kind);
    REQUIRE(kinds == row.flaws);
    REQUIRE(mended(row.text, reading) == row.mended);
    REQUIRE(strict_json(row.mended));
  }
}

TEST_CASE("anything else has a place and a reason") {
  struct Row {
    std::string_view text;
    std::size_t at;
  };
  const std::vector<Row> rows = {{"", 0},        {"{", 1},          {"[1", 2},         {"{\"a\"", 4},
                                 {"{\"a\":", 5}, {"{\"a\" 1}", 5},  {"[,]", 1},        {"[1,,]", 3},
                                 {"{,}", 1},     {"[1 2]", 3},      {"\"abc", 0},      {"[\"a\\x\"]", 3},
                                 {"['a']", 1},   {"[1] 2", 4},      {"[word]", 1},     {"{1: 2}", 1},
                                 {"[01]", 1},    {"[\"\xFF\"]", 2}, {"[// x\n1]", 1},  {"[\"\\ud800\"]", 2},
                                 {"[NaN]", 1},   {"{\"a\": b}", 6}, {"[\"\xE9 \"]", 2}};
  for (const Row& row : rows) {
    INFO(row.text);
    const JsonTreeReading reading = read_all(row.text);
    REQUIRE_FALSE(reading.readable());
    REQUIRE(reading.tree.nodes.empty());
    REQUIRE(reading.problem_at.begin == row.at);
  }
}

TEST_CASE("depth and size are bounded") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  REQUIRE(read_all(nested(limits::json_body_depth)).readable());
  REQUIRE_FALSE(read_all(nested(limits::json_body_depth + 1)).readable());
  REQUIRE_FALSE(read_all(std::string(1000000, '[')).readable());
  REQUIRE_FALSE(read_all(std::string(1000000, '{')).readable());
  std::string list = "[0";
  for (std::size_t i = 1; i + 1 < limits::json_body_values; ++i) list += ",0";
  REQUIRE(read_all(list + "]").readable());
  REQUIRE_FALSE(read_all(list + ",0]").readable());
}

TEST_CASE("many departures and duplicates cost no more than they must") {
  std::string object = "{";
  for (int i = 0; i < 40000; ++i) object += "a:0,";
  const JsonTreeReading reading = read_all(object + "}");
  REQUIRE(reading.readable());
  REQUIRE(reading.departures.size() == JsonTreeReading::most_departures);
  REQUIRE(reading.duplicates.size() == 39999);
}

TEST_CASE("random JSON is read as simdjson reads it, whole and cut") {
  std::mt19937 random(20240601);
  for (int i = 0; i < 500; ++i) {
    const std::string text = random_json(random, 4);
    const JsonTreeReading reading = read_all(text);
    REQUIRE(reading.readable());
    simdjson::dom::parser parser;
    const simdjson::dom::element root = parser.parse(text);
    simdjson::dom::parser again;
    REQUIRE(simdjson::minify(root) == simdjson::minify(again.parse(compact(reading.tree.root()))));
    for (std::size_t cut = 0; cut < text.size(); cut += 7) read_all(std::string_view(text).substr(0, cut));
  }
}

TEST_CASE("a range of a text is read with the offsets of the text") {
  const std::string_view text = "before {\"a\": \"b\"} behind";
  const JsonTreeReading reading = read_json_tree(text, {7, 17});
  REQUIRE(reading.readable());
  REQUIRE(reading.tree.root().member("a").range() == ByteRange{13, 16});
}

TEST_CASE("menus, topics and metadata are read as far as they go") {
  const JsonTreeReading menu = read_all(
      R"({"commonProblems": [{"id": "p", "commonSolutionArticleId": "s", "subProblems": [{"id": "q"}, 3]}, null],
          "troubleshootingTools": [{"id": "t", "bladeLink": {"bladeName": "b", "parameters": [{"name": "n"}]}}]})");
  const ProblemMenu problems = read_problem_menu(menu.tree.root());
  REQUIRE(problems.problems.size() == 1);
  REQUIRE(problems.problems[0].solution_article_id == "s");
  REQUIRE(problems.problems[0].below.size() == 1);
  REQUIRE(problems.tools.at(0).blade == "b");
  REQUIRE(problems.tools[0].parameters.at(0).name == "n");

  const JsonTreeReading topics = read_all(
      R"({"SupportTopics": [{"id": "32612345", "useInDiagnoseAndSolve": "TRUE", "longDescription": null}],
          "productLink2": "https://example.com", "productLinkName2": "n"})");
  const SupportTopics read = read_support_topics(topics.tree.root());
  REQUIRE(read.topics.at(0).in_diagnose_and_solve == true);
  REQUIRE(read.links == std::vector<ProductLink>{{"n", "https://example.com"}});

  const JsonTreeReading advisor = read_all(
      R"({"recommendationTypeId": "x", "owner": {"email": "e"}, "actions": [{"actionType": "Blade"}], "testData": 1})");
  const AdvisorMetadata metadata = read_advisor_metadata(advisor.tree.root());
  REQUIRE(metadata.owner_email == "e");
  REQUIRE(metadata.actions.at(0).type == "Blade");
  REQUIRE(metadata.test_data.end > metadata.test_data.begin);
}
