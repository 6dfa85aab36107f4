// SPDX-License-Identifier: MIT
#include "renderers/article_record.h"

#include <catch2/catch.hpp>

#include "engine/diagnostics/article_codes.h"

using namespace tsg;

TEST_CASE("a record says nothing where nothing is") {
  CHECK(
      article_record({}, {}) ==
      R"({"path":"","bytes":0,"sha256":"","encoding":"utf-8","boms":0,"eol":{"crlf":0,"lf":0,"cr":0},"finalNewline":false,)"
      R"("header":{"kind":"none","attrs":[],"map":{},"duplicates":[]},"bodyKind":"markdown","jsonBody":null,"jsonBodyValid":null,)"
      R"("headings":[],"h1":null,"placeholders":[],"sections":[],"links":[],"problems":[]})");
}

TEST_CASE("the map of a record holds the last value where the first key stood") {
  Article article;
  article.header.kind = HeaderKind::Properties;
  article.header.properties = {{"B", "1", '"', 1, 0}, {"a", "2", '\'', 1, 5}, {"b", "3", '"', 1, 9}};
  const std::string record = article_record(article, {});
  CHECK(record.find(R"("map":{"b":"3","a":"2"},"duplicates":["b"])") != std::string::npos);
  CHECK(record.find(R"({"key":"a","value":"2","quote":"'","line":1,"off":5})") != std::string::npos);
}

TEST_CASE("a record holds headings and links as written, texts of links cut at 120 characters") {
  Article article;
  article.headings = {{1, "T", 3, "**T**"}};
  article.links = {{std::string(130, 'x'), "u&v", false, 4, "", "u&amp;v"}};
  const std::string record = article_record(article, {});
  CHECK(record.find(R"("headings":[{"level":1,"text":"**T**","line":3}],"h1":"**T**")") != std::string::npos);
  CHECK(record.find("{\"text\":\"" + std::string(120, 'x') + "\",\"url\":\"u&amp;v\"") != std::string::npos);
}

TEST_CASE("a record names the problems the reference reader knows") {
  Article article;
  article.text = "x<!--/$A-->";
  Diagnostics diagnostics;
  diagnostics.push_back(make_diagnostic(codes::placeholder_orphan_close, {"a.md", {1, 11}, 1, 2}, "m"));
  diagnostics.push_back(make_diagnostic(codes::header_glued_text, {"a.md", {1, 11}, 1, 2}, "m"));
  CHECK(article_record(article, diagnostics)
            .ends_with(R"("problems":[{"code":"placeholder-orphan-close","line":1,"off":1,"detail":"A"}]})"));
}
