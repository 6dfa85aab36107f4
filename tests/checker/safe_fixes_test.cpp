// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <cstdlib>

#include "engine/checker/content_check.h"
#include "engine/checker/safe_fixes.h"
#include "engine/loader/article_files.h"
#include "engine/loader/article_reader.h"
#include "engine/model/limits.h"
#include "engine/text/ascii.h"
#include "engine/text/file.h"

using namespace tsg;

namespace {

std::string fixed(std::string_view bytes) {
  return fixed_article("a.md", bytes, {}).bytes;
}

// What a reader of the article gets, without what a finding spoke of: cases of keys, blanks around values.
std::string model_of(const Article& article) {
  std::string model;
  for (const Property& property : article.header.properties) {
    for (const char c : property.key) model += ascii_lower(c);
    model += '=';
    for (const char c : property.value) {
      if (!ascii_space(c)) model += c;
    }
    model += '\n';
  }
  for (const Placeholder& placeholder : article.placeholders)
    model += placeholder.name + '$' + placeholder.default_text;
  for (const Section& section : article.sections) model += '<' + section.name;
  return model;
}

bool speaks_of_model(const Diagnostics& diagnostics) {
  for (const Diagnostic& each : diagnostics) {
    // Repeated topics, torn links and closing names change what is read, by their finding.
    for (const char* ref : {"H26", "P01", "P03", "F04", "H02", "H03", "H04"}) {
      if (each.code.ref == ref) return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("only safe fixes are applied, and every other byte stays") {
  CHECK(fixed("\xEF\xBB\xBF# A\r\n\r\nOne</br>two\r\n") == "# A\r\n\r\nOne<br>two\r\n");
  CHECK(fixed("<properties\r\n  articleid=\"x \"\r\n/>\r\n\r\n# A  \r\n") ==
        "<properties\r\n  articleId=\"x\"\r\n/>\r\n\r\n# A  \r\n");
  CHECK(fixed("Select **Save, and  wait.\n") == "Select **Save, and  wait.\n");
  CHECK(fixed("a\r\nb\nc\nd") == "a\nb\nc\nd\n");
}

TEST_CASE("a fix waits for those it overlaps") {
  const std::string bytes = "<properties\n  pageTitle=\" a\n b \"\n/>\n# x\n";
  CHECK(fixed(bytes) == "<properties\n  pageTitle=\"a b\"\n/>\n# x\n");
}

TEST_CASE("a rule that is off mends nothing") {
  LintSettings settings;
  settings.levels.emplace("H08", RuleLevel::Off);
  const std::string bytes = "<properties\n  articleid=\"x\"\n/>\n";
  CHECK(fixed_article("a.md", bytes, settings).bytes == bytes);
}

TEST_CASE("a second run over real articles changes nothing, and they read as before") {
  const char* shared = std::getenv("TSG_SHARED_DATA");
  if (shared == nullptr) return;
  const std::string folder = std::string(shared) + "/articles";
  std::size_t changed = 0;
  for (const std::string& path : find_articles(folder).paths) {
    const Result<std::string> bytes = read_file(folder + "/" + path, limits::article_bytes);
    REQUIRE(bytes.ok());
    const FixedBytes once = fixed_article(path, bytes.value(), {});
    changed += once.bytes == bytes.value() ? 0 : 1;
    INFO(path);
    CHECK(fixed_article(path, once.bytes, {}).bytes == once.bytes);
    const CheckedArticle before = check_bytes(path, bytes.value());
    if (!speaks_of_model(before.diagnostics)) {
      CHECK(model_of(read_article(path, once.bytes).article) == model_of(before.article));
    }
  }
  CHECK(changed > 100);
}
