// SPDX-License-Identifier: MIT
// Findings in components and blade links. The examples of docs/diagnostics.md are run by tests/tools.
#include "engine/checker/component_check.h"

#include <catch2/catch.hpp>

#include <fmt/format.h>

#include "engine/loader/article_reader.h"

using namespace tsg;

namespace {

Diagnostics check(const std::string& body, std::string_view type = "Apollo") {
  const ArticleReading reading =
      read_article("articles/a.md", fmt::format("<properties selfHelpType=\"{}\" />\n{}\n", type, body));
  Diagnostics diagnostics;
  ArticleSource source(reading.article, diagnostics);
  ArticleView view(reading.article, source);
  check_components(view);
  return diagnostics;
}

std::string codes_of(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& each : diagnostics) out += fmt::format("{}{}", out.empty() ? "" : " ", each.code.id);
  return out;
}

std::string insight(std::string_view more) {
  return fmt::format(
      "<insight><symptomId>A</symptomId><executionText>E</executionText><timeoutText>T</timeoutText>"
      "<noResultText>N</noResultText>{}</insight>",
      more);
}

std::string flagged(std::string_view more) {
  return insight(fmt::format("<additionalInputsReq>true</additionalInputsReq>{}", more));
}

}  // namespace

TEST_CASE("findings in components") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {flagged(""), ""},
      {flagged("<maxInsightCount>1</maxInsightCount><failedText>F</failedText>"), ""},
      {flagged("<maxInsightCount>0</maxInsightCount>"), "TSG283"},
      {flagged("<maxInsightCount>-1</maxInsightCount>"), "TSG282"},
      {flagged("<maxInsightCount>99999999999999999999</maxInsightCount>"), "TSG282"},
      {flagged("<maxInsightCount></maxInsightCount>"), "TSG282"},
      {flagged("<maxInsightCount><!--$n-->3<!--/$n--></maxInsightCount>"), ""},
      {insight(""), "TSG279"},
      {insight("<additionalInputsReq>1</additionalInputsReq>"), "TSG281"},
      {flagged("<timeOutTxt>T</timeOutTxt>"), "TSG278"},
      {"<video><src>//example.com</src><title>T</title></video>", "TSG284"},
      {"<video><src></src><title>T</title></video>", "TSG279"},
      {"<videoGroup></videoGroup>", "TSG279"},
      {"<metric><name>CPU</name><aggregationType>avg</aggregationType><timeSpanDuration>1d</timeSpanDuration>"
       "<title>CPU</title></metric>",
       ""},
      {"<azureKB><client>portal</azureKB>", "TSG280"},
      {"<azureKB><client>portal</client>", "TSG276"}};
  for (const auto& [body, codes] : rows) {
    INFO(body);
    CHECK(codes_of(check(body)) == codes);
  }
}

TEST_CASE("only Apollo articles show components") {
  CHECK(codes_of(check(flagged(""), "generic")) == "TSG277");
  CHECK(check(flagged(""), "apollo").empty());
  CHECK(check("No component.", "generic").empty());
}

TEST_CASE("findings in blade links") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"data-blade:E.B", ""},
      {"button-data-context:E.B.id.$subscriptionId", ""},
      {"button-link:https://example.com", ""},
      {"data-blade:E.B.id.$resourceId;data-blade-uri:{$domain}/{$resourceIdDecoded}/{$resourceId}", ""},
      {"data-blade:E", "TSG286"},
      {"data-blade:E.B.id", "TSG285"},
      {"data-blade:E.B.id.$resourceid", "TSG287"},
      {"data-blade:E.B;uri:x", "TSG289"},
      {"data-blade:E.B;data-blade-uri:{$domian}", "TSG289"},
      {"button-data-blad:E.B", "TSG288"}};
  for (const auto& [target, codes] : rows) {
    INFO(target);
    CHECK(codes_of(check(fmt::format("[Open it]({})", target), "generic")) == codes);
  }
}

TEST_CASE("a finding stands on its words and offers the name that was meant") {
  const Diagnostics found = check("\n[Open](data-blade:E.B.id.$resourceid)");
  REQUIRE(found.size() == 1);
  CHECK(found[0].place.line == 3);
  CHECK(found[0].help == "did you mean `$resourceId`?");
}
