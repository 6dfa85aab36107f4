// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <algorithm>

#include "engine/checker/content_check.h"

using namespace tsg;

namespace {

std::vector<std::string> codes_of(std::string_view bytes, const LintSettings& settings = {}) {
  const std::vector<CheckedArticle> articles = {check_bytes("a.md", bytes)};
  std::vector<std::string> codes;
  const std::vector<Diagnostics> found = check_together(articles, settings);
  for (const Diagnostic& each : found.front()) codes.emplace_back(each.code.id);
  return codes;
}

bool has(const std::vector<std::string>& codes, std::string_view code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

constexpr std::string_view short_link = "[Page](https://aka.ms/azure)\n";

}  // namespace

TEST_CASE("a comment with a reason silences the line below it, by code or by id") {
  for (const char* rule : {"L08", "l08", "TSG258"}) {
    const std::string comment =
        "<!-- tsg: ignore " + std::string(rule) + " because it is the only address -->\n";
    CHECK_FALSE(has(codes_of(comment + std::string(short_link)), "TSG258"));
    CHECK(has(codes_of(comment + "\n" + std::string(short_link)), "TSG258"));
    CHECK(has(codes_of(comment + "\nText.\n"), "TSG896"));
  }
}

TEST_CASE("a comment for the file silences every line") {
  const std::string comment = "<!-- tsg: ignore-file L08, T03 because it is the only address -->\n";
  const auto codes = codes_of(comment + "\n" + std::string(short_link) + "\n" + std::string(short_link));
  CHECK_FALSE(has(codes, "TSG258"));
  CHECK(has(codes, "TSG896"));  // T03 finds nothing
}

TEST_CASE("a comment without a reason silences nothing") {
  const auto codes = codes_of("<!-- tsg: ignore L08 -->\n" + std::string(short_link));
  CHECK(has(codes, "TSG258"));
  CHECK(has(codes, "TSG897"));
}

TEST_CASE("settings turn rules off, up and down") {
  LintSettings settings;
  settings.levels.emplace("L08", RuleLevel::Off);
  CHECK_FALSE(has(codes_of(short_link, settings), "TSG258"));
  settings.levels = {{"TSG258", RuleLevel::Error}};
  const std::vector<CheckedArticle> articles = {check_bytes("a.md", short_link)};
  const std::vector<Diagnostics> found = check_together(articles, settings);
  for (const Diagnostic& each : found.front()) {
    if (each.code.id == "TSG258") CHECK(each.severity == Severity::Error);
  }
}
