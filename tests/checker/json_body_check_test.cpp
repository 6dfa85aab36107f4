// SPDX-License-Identifier: MIT
#include "engine/checker/json_body_check.h"

#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>

#include "engine/loader/article_reader.h"
#include "engine/loader/json_tree.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"

using namespace tsg;

namespace {

std::string article_of(std::string_view json, std::string_view type = "problemScopingQuestions") {
  return fmt::format("<properties selfHelpType=\"{}\" articleId=\"a\" />\n# Title\n---\n{}\n---\n", type,
                     json);
}

Diagnostics check(std::string_view bytes) {
  const ArticleReading reading = read_article("articles/form.md", bytes);
  Diagnostics diagnostics;
  ArticleSource source(reading.article, diagnostics);
  check_json_body(source);
  return diagnostics;
}

// A form with one right element of each usual kind, and `element` behind them.
std::string form_with(std::string_view element, std::string_view top = "") {
  return article_of(fmt::format(
      R"({{"$schema": "SelfHelpContent", {}"formElements": [
{{"id": "problem_start_time", "order": 1, "controlType": "datetimepicker", "useAsAdditionalDetails": true}},
{{"id": "os", "order": 2, "controlType": "dropdown", "dropdownOptions": [{{"value": "Linux", "text": "L"}}, {{"value": "Win", "text": "W"}}]}},
{{"id": "late", "order": 90, "controlType": "textbox"}}{}{}]}})",
      top, element.empty() ? "" : ",\n", element));
}

std::string element_with(std::string_view members) {
  return form_with(fmt::format(R"({{"id": "e", "order": 5, "controlType": "textbox", {}}})", members));
}

std::string codes_of(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& each : diagnostics)
    out += fmt::format("{}{}", out.empty() ? "" : " ", each.code.ref.empty() ? each.code.id : each.code.ref);
  return out;
}

// Applies the safe fixes, from the last to the first.
std::string mended(std::string bytes, const Diagnostics& diagnostics) {
  std::vector<Fix> fixes;
  for (const Diagnostic& each : diagnostics) {
    if (each.fix && each.fix->safe) fixes.push_back(*each.fix);
  }
  std::sort(fixes.begin(), fixes.end(),
            [](const Fix& a, const Fix& b) { return a.range.begin > b.range.begin; });
  for (const Fix& fix : fixes)
    bytes.replace(fix.range.begin, fix.range.end - fix.range.begin, fix.replacement);
  return bytes;
}

enum class Mends { Yes, No };

struct Row {
  std::string bytes;
  std::string codes;
  Mends mends = Mends::No;  // safe fixes leave nothing to report
};

void hold(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.bytes);
    const Diagnostics diagnostics = check(row.bytes);
    REQUIRE(codes_of(diagnostics) == row.codes);
    for (const Diagnostic& each : diagnostics) REQUIRE((each.place.line > 0 && !each.help.empty()));
    REQUIRE((codes_of(check(mended(row.bytes, diagnostics))).empty()) == (row.mends == Mends::Yes));
  }
}

}  // namespace

TEST_CASE("a form without mistakes has nothing to report") {
  REQUIRE(codes_of(check(form_with(""))).empty());
  REQUIRE(codes_of(check(element_with(R"("visibility": "os == Linux && os != null")"))).empty());
  REQUIRE(codes_of(check("# Only Markdown\n")).empty());
}

TEST_CASE("syntax: J01, J02, J20") {
  hold({
      {form_with("", "title: \"a\tb\","), "J01 TSG883", Mends::Yes},
      {element_with("\"hints\": [{\"text\": \"a\"},]"), "J01", Mends::Yes},
      {element_with("\"hints\": [}"), "J01", Mends::No},
      {form_with("", R"("title": "a", "title": "a",)"), "J02", Mends::Yes},
      {form_with("", R"("title": "a", "title": "b",)"), "J02", Mends::No},
      {form_with("", R"("title": "a", "title": "a", "title": "a",)"), "J02 J02", Mends::Yes},
      {article_of(R"({"formElements": []})", "TSG_Questions"), "J20", Mends::Yes},
      {article_of("{}", "advisorRecommendationMetadata"), "J20", Mends::Yes},
  });
}

TEST_CASE("keys and controls: J03, J04, J05") {
  hold({
      {element_with(R"("displaylabel": "x", "WatermarkText": "y")"), "J03 J03", Mends::Yes},
      {element_with(R"("displaylabel": "x", "displayLabel": "y")"), "J03", Mends::No},
      {element_with(R"("hints": [{"Text": "x"}])"), "TSG889", Mends::Yes},
      {element_with(R"("textPropertyRegex": "x")"), "TSG889", Mends::No},
      {element_with(R"("infoBallonText": "x")"), "J04", Mends::No},
      {form_with("", R"("required": true,)"), "J04", Mends::No},
      {form_with(R"({"id": "e", "order": 5, "controlType": "TextBox"})"), "J05", Mends::Yes},
      {form_with(R"({"id": "e", "order": 5, "controlType": "textBlock"})"), "J05", Mends::No},
      {form_with(
           R"({"id": "e", "order": 5, "controlType": "radiobuttongroup", "radioButtonOptions": [{"value": "a"}]})"),
       "", Mends::Yes},
      {form_with(R"({"id": "e", "order": 5})"), "TSG888", Mends::No},
      {form_with("3"), "TSG888", Mends::No},
      {form_with(R"({"controlType": "textbox"})"), "TSG888 TSG888", Mends::No},
      {article_of(R"({"$schema": "x", "formElements": 3})"), "TSG888", Mends::No},
  });
}

TEST_CASE("ids, orders and options: J06 to J09, J16, J19") {
  const auto dropdown = [](std::string_view options) {
    return form_with(fmt::format(
        R"({{"id": "e", "order": 5, "controlType": "dropdown", "dropdownOptions": {}}})", options));
  };
  hold({
      {form_with(R"({"id": "os", "order": 5, "controlType": "textbox"})"), "J06", Mends::No},
      {form_with(R"({"id": "e", "order": 2, "controlType": "textbox"})"), "J07", Mends::No},
      {dropdown(R"([{"value": "a", "text": "x"}, {"value": "a", "text": "y"}])"), "J08", Mends::No},
      {dropdown(R"([{"value": "a ", "text": "x"}])"), "J09", Mends::No},
      {dropdown("[]"), "J19", Mends::No},
      {dropdown("null"), "J19", Mends::No},
      {dropdown(R"(null, "dynamicDropdownOptions": {"uri": "/x"})"), "", Mends::Yes},
      {element_with(R"("required": "True")"), "J16", Mends::Yes},
      {element_with(R"("required": "maybe")"), "J16", Mends::No},
  });
}

TEST_CASE("visibility: J10 to J15") {
  const auto visible = [](std::string_view value) {
    return element_with(fmt::format(R"("visibility": {})", value));
  };
  hold({
      {visible(R"("nobody == x")"), "J10", Mends::No},
      {visible(R"("OS == Linux")"), "TSG884", Mends::No},
      {visible(R"("os == linux")"), "J11", Mends::No},
      {visible(R"("os == Linux || os == Mac")"), "J11", Mends::No},
      {visible(R"("os == null")"), "", Mends::Yes},
      {visible("true"), "J12", Mends::Yes},
      {visible("false"), "J12", Mends::No},
      {visible(R"("null")"), "J13", Mends::Yes},
      {visible(R"("true")"), "", Mends::Yes},
      {visible("\"\""), "", Mends::Yes},
      {visible("null"), "", Mends::Yes},
      {visible("[]"), "TSG888", Mends::No},
      {visible(R"("late == x")"), "J14", Mends::No},
      {visible(R"("e == x")"), "TSG886", Mends::No},
      {visible(R"("os")"), "J15", Mends::No},
      {visible(R"("os == Linux &&")"), "J15", Mends::No},
      {visible(R"("(os == Linux")"), "J15", Mends::No},
      {visible(R"j("os == Linux)")j"), "TSG887", Mends::No},
      {visible(R"("os == Linux && os != null || os == Win")"), "TSG887", Mends::No},
      {visible(R"j("os == Linux && (os != null || os == Win)")j"), "", Mends::Yes},
      {visible(R"("os == \u004dac")"), "J11", Mends::No},
  });
}

TEST_CASE("places are those of the words in an expression") {
  const std::string bytes = element_with(R"("visibility": "os == Linux || nobody != x")");
  const Diagnostics diagnostics = check(bytes);
  REQUIRE(diagnostics.size() == 1);
  const ByteRange at = diagnostics[0].place.range;
  REQUIRE(bytes.substr(at.begin, at.end - at.begin) == "nobody");
}

TEST_CASE("forms of customers: J17, J18; topics and metadata: J21, J23") {
  const std::string bare = R"({"$schema": "SelfHelpContent", "formElements": []})";
  const auto topic = [](std::string_view members) {
    return article_of(fmt::format(R"({{"$schema": "x", "supportTopics": [{{"id": "1"{}}}]}})", members),
                      "supportTopicDescription");
  };
  hold({
      {article_of(bare), "J17 J18", Mends::No},
      {article_of(bare, "TSG_Questions"), "", Mends::Yes},
      {topic(R"(, "useInDiagnoseAndSolve": "true")"), "", Mends::Yes},
      {topic(R"(, "useInDiagnoseAndSolve": "FALSE")"), "J21", Mends::Yes},
      {topic(R"(, "useInDiagnoseAndSolve": null)"), "J21", Mends::No},
      {topic(""), "J21", Mends::No},
      {article_of(R"({"$schema": "x", "testData": []})", "advisorRecommendationMetadata"), "J23", Mends::No},
      {article_of(R"({"$schema": "x", "testData": []})", "diagnoseandsolve"), "", Mends::Yes},
  });
}

TEST_CASE("hostile forms are checked in time that grows with their size") {
  std::string elements;
  std::string expression = "os == Linux";
  for (int i = 0; i < 3000; ++i)
    elements +=
        fmt::format(R"({}{{"id": "x{}", "order": {}, "controlType": "textbox", "visibility": "x{} == a"}})",
                    i == 0 ? "" : ",", i, i + 100, (i + 1) % 3000);
  const Diagnostics ring = check(form_with(elements));
  REQUIRE(std::count_if(ring.begin(), ring.end(),
                        [](const Diagnostic& one) { return one.code.id == "TSG886"; }) <= 1);
  for (int i = 0; i < 50000; ++i) expression += " || os == zzzzzzzz";
  REQUIRE(codes_of(check(element_with(fmt::format(R"("visibility": "{}")", expression)))) == "J15");
  REQUIRE(codes_of(check(element_with(fmt::format(R"("visibility": "{}")", std::string(100000, '('))))) ==
          "J15");
}

TEST_CASE("real articles have the findings that were counted") {
  const char* root = std::getenv("TSG_SHARED_DATA");
  if (root == nullptr) {
    WARN("TSG_SHARED_DATA is absent: no real articles are checked");
    return;
  }
  std::map<std::pair<std::string, std::string>, int> left;
  std::map<std::string, bool> rules;
  std::ifstream lines(std::string(root) + "/articles.lint.tsv");
  std::string rule;
  std::string path;
  std::string hits;
  while (std::getline(lines, rule, '\t') && std::getline(lines, path, '\t') && std::getline(lines, hits)) {
    if (!rule.starts_with('J')) continue;
    left[{rule, path}] += std::stoi(hits);
    rules[rule] = true;
  }
  REQUIRE(rules.size() >= 8);
  std::ifstream records(std::string(root) + "/articles.expected.jsonl");
  std::string record;
  while (std::getline(records, record)) {
    const JsonTreeReading json = read_json_tree(record, {0, record.size()});
    const std::string name = json.tree.root().member("path").text();
    const Result<std::string> bytes =
        read_file(std::string(root) + "/articles/" + name, limits::article_bytes);
    REQUIRE(bytes.ok());
    const Diagnostics found = check(bytes.value());
    for (const Diagnostic& each : found) {
      if (rules.contains(std::string(each.code.ref))) --left[{std::string(each.code.ref), name}];
    }
    INFO(name);
    for (const Diagnostic& each : check(mended(bytes.value(), found)))
      REQUIRE_FALSE((each.fix && each.fix->safe));
  }
  for (const auto& [finding, difference] : left) {
    INFO(finding.first << " " << finding.second);
    REQUIRE(difference == 0);
  }
}
