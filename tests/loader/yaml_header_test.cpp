// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "engine/diagnostics/article_codes.h"
#include "engine/loader/article_reader.h"
#include "engine/model/limits.h"

using namespace tsg;

namespace {

ArticleReading read(const std::string& bytes) {
  return read_article("a.md", bytes);
}

}  // namespace

TEST_CASE("YAML front matter is read like properties") {
  const std::string bytes =
      "---\r\ntitle: \"A: B\"\r\nms.date: 05/15/2016\r\nempty: ''\r\nnone:\r\n---\r\n# H\r\n";
  const ArticleReading reading = read(bytes);
  CHECK(reading.diagnostics.empty());
  const Header& header = reading.article.header;
  CHECK(header.kind == HeaderKind::Yaml);
  CHECK(header.close == "---");
  CHECK(header.line == 1);
  CHECK(header.end_line == 6);
  CHECK(bytes.substr(header.range.end - 3, 5) == "---\r\n");
  REQUIRE(header.properties.size() == 4);
  for (const Property& property : header.properties) {
    CHECK(bytes.substr(property.offset, property.key.size()) == property.key);
  }
  CHECK(reading.article.property("title") == "A: B");
  CHECK(reading.article.property("MS.DATE") == "05/15/2016");
  CHECK(reading.article.property("none") == "");
  CHECK(header.properties[3].line == 5);
  CHECK(reading.article.title() == "H");
}

TEST_CASE("nested values keep their text") {
  const ArticleReading reading =
      read("---\ntags:\n  - a\n  - b\nmap: {x: 1, y: [2]}\nlast: |\n  line\n...\nbody\n");
  CHECK(reading.diagnostics.empty());
  CHECK(reading.article.property("tags") == "- a\n  - b");
  CHECK(reading.article.property("map") == "{x: 1, y: [2]}");
  CHECK(reading.article.property("last") == "line\n");
}

TEST_CASE("keys behind characters of several bytes keep their place") {
  const std::string bytes = "\xEF\xBB\xBF---\ntitle: caf\xC3\xA9 \xE2\x82\xAC\nkey: v\n---\n";
  const Article article = read(bytes).article;
  REQUIRE(article.header.properties.size() == 2);
  CHECK(bytes.substr(article.header.properties[1].offset, 3) == "key");
}

TEST_CASE("odd YAML is a message, never a crash") {
  const std::string deep(limits::yaml_header_bytes - 100, '[');
  for (const std::string& inside :
       {std::string("a: [\n"), std::string("a: b: c\n"), std::string("- a\n- b\n"), std::string("\"a\n"),
        std::string("a: *nowhere\n"), std::string("? [x]\n: y\n"), deep + "\n", std::string("%YAML 9.9\n"),
        std::string("a: !!binary x\n\tb: c\n")}) {
    INFO(inside.substr(0, 20));
    const ArticleReading reading = read("---\n" + inside + "---\n# T\n");
    CHECK(reading.article.title() == "T");
    REQUIRE_FALSE(reading.diagnostics.empty());
    CHECK(reading.diagnostics.front().code == codes::yaml_malformed);
  }
}

TEST_CASE("aliases do not multiply") {
  std::string inside = "a0: &a0 [x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    inside += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + "," + before + "," +
              before + "," + before + "]\n";
  }
  const Article article = read("---\n" + inside + "---\n").article;
  CHECK(article.header.properties.size() == 12);
  for (const Property& property : article.header.properties) CHECK(property.value.size() < 100);
}

TEST_CASE("duplicate YAML keys are told") {
  const ArticleReading reading = read("---\na: 1\nA: 2\n---\n");
  REQUIRE(reading.diagnostics.size() == 1);
  CHECK(reading.diagnostics.front().code == codes::header_duplicate_key);
  CHECK(reading.article.property("a") == "2");
}

TEST_CASE("a large YAML header is cut off unread") {
  const ArticleReading reading =
      read("---\na: " + std::string(limits::yaml_header_bytes, 'x') + "\n---\n# T\n");
  REQUIRE(reading.diagnostics.size() == 1);
  CHECK(reading.diagnostics.front().code == codes::yaml_too_large);
  CHECK(reading.article.title() == "T");
}

TEST_CASE("a rule line at the start is no YAML") {
  CHECK(read("---\n{\"a\": 1}\n---\n").article.json_body.has_value());
  const ArticleReading unclosed = read("---\n\nprose\n\n# T\n");
  CHECK(unclosed.article.header.kind == HeaderKind::None);
  CHECK(unclosed.article.title() == "T");
  CHECK(unclosed.diagnostics.front().code == codes::yaml_unclosed);
}
