// SPDX-License-Identifier: MIT
#include "renderers/search/search_record.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "renderers/search/search_script.h"

namespace {

std::string excerpt_of(const std::string& summary, const std::string& text) {
  return nlohmann::json::parse(tsg::make_search_record({.summary = summary, .text = text}))[2];
}

}  // namespace

TEST_CASE("a record is title, page, excerpt, service and type") {
  const std::string record = tsg::make_search_record({.ref = "a/b.html",
                                                      .title = "A \"b\"",
                                                      .summary = "What it is.",
                                                      .text = "More.",
                                                      .service = "S",
                                                      .type = "T"});
  CHECK(record == R"(["A \"b\"","a/b.html","What it is. More.","S","T"])");
  CHECK(tsg::make_search_records(std::vector<std::string>{record, "[]"}) == '[' + record + ",[]]");
  CHECK(tsg::make_search_records({}) == "[]");
}

TEST_CASE("an excerpt is one line") {
  CHECK(excerpt_of(" a\n\n b\t", "\r\n c ") == "a b c");
}

TEST_CASE("an excerpt of the limit is whole, one over it ends after a word") {
  const std::string half(tsg::search_excerpt_characters / 2 - 10, 'x');
  const std::string rest(tsg::search_excerpt_characters - half.size() - 1, 'y');
  CHECK(excerpt_of(half, rest) == half + ' ' + rest);
  const std::string words = [] {
    std::string text;
    while (text.size() < tsg::search_excerpt_characters + 10) text += "word ";
    return text;
  }();
  const std::string cut = excerpt_of(words, "");
  CHECK(cut.size() <= tsg::search_excerpt_characters + 3);
  CHECK(cut.ends_with("word\u2026"));
}

TEST_CASE("a text without spaces is cut between characters") {
  std::string text;
  for (std::size_t count = 0; count < tsg::search_excerpt_characters + 1; ++count) text += "\xE6\xA9\x9F";
  CHECK(excerpt_of(text, "") == text.substr(0, 3 * tsg::search_excerpt_characters) + "\u2026");
}

TEST_CASE("a script holds quotes and backslashes of what it hands over") {
  const std::vector<tsg::SearchWord> words = {{.name = "label", .text = "It's \"here\""}};
  CHECK(
      tsg::make_search_script({.index = R"({"a\\b":"c'd"})", .records = "[]", .words = words}) ==
      R"(window.tsgSearch={language:'english',index:JSON.parse('{"a\\\\b":"c\'d"}'),records:JSON.parse('[]'),)"
      R"(words:JSON.parse('{"label":"It\'s \\"here\\""}')};)"
      "\n");
}
