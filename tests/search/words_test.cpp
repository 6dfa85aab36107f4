// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "renderers/search/cut_word.h"
#include "renderers/search/utf16.h"
#include "renderers/search/word_reader.h"
#include "renderers/search/word_table.h"

namespace {

std::string words_of(std::string_view text) {
  std::string joined;
  tsg::WordReader reader;
  reader.read(text);
  for (std::string_view word; reader.next(word);) joined += '[' + std::string(word) + ']';
  return joined;
}

std::string terms_of(std::string_view word, tsg::SearchLanguage language) {
  std::vector<std::string> terms;
  tsg::cut_word(word, language, terms);
  std::string joined;
  for (const std::string& term : terms) joined += '[' + term + ']';
  return joined;
}

struct Row {
  std::string_view from = {};
  std::string_view to = {};
};

}  // namespace

TEST_CASE("words end at white space and hyphens") {
  const std::vector<Row> rows = {
      {"", ""},
      {" - ", ""},
      {"One two\tTHREE\n", "[one][two][three]"},
      {"site-to--site", "[site][to][site]"},
      {"a\xC2\xA0"
       "b\xE3\x80\x80"
       "c\xEF\xBB\xBF"
       "d",
       "[a][b][c][d]"},
      {"\xC3\x9C"
       "BER",
       "[\xC3\xBC"
       "ber]"},
      {"a\x1F"
       "b\xC2\x85"
       "c",
       "[a\x1F"
       "b\xC2\x85"
       "c]"},  // no white space to JavaScript
      {"x\xFFy", "[x\xEF\xBF\xBDy]"},
  };
  for (const Row& row : rows) CHECK(words_of(row.from) == row.to);
}

TEST_CASE("English words are trimmed, stopped and stemmed") {
  const std::vector<Row> rows = {
      {"gateways,", "[gateway]"},
      {"(probing)", "[probe]"},
      {"the", ""},
      {"\"the\"", ""},
      {"...", ""},
      {"it's", "[it']"},
      {"\xC3\xBC"
       "ber",
       "[ber]"},
  };
  for (const Row& row : rows) CHECK(terms_of(row.from, tsg::SearchLanguage::English) == row.to);
}

TEST_CASE("other words keep their letters, and writing without spaces becomes pairs") {
  const std::vector<Row> rows = {
      {"\xC2\xBF\xC3\xBC"
       "ber?",
       "[\xC3\xBC"
       "ber]"},
      {"the", "[the]"},
      {"\xE4\xBB\xAE\xE6\x83\xB3\xE6\xA9\x9F", "[\xE4\xBB\xAE\xE6\x83\xB3][\xE6\x83\xB3\xE6\xA9\x9F]"},
      {"\xE6\xA9\x9F", "[\xE6\xA9\x9F]"},
      {"vm\xE6\xA9\x9F\xE3\x80\x82", "[vm][\xE6\xA9\x9F]"},
      {"\xF0\x9F\x98\x80", ""},
  };
  for (const Row& row : rows) CHECK(terms_of(row.from, tsg::SearchLanguage::Other) == row.to);
}

TEST_CASE("a word over the limit is left out") {
  const std::string longest(tsg::search_word_bytes, '7');
  for (const auto language : {tsg::SearchLanguage::English, tsg::SearchLanguage::Other}) {
    CHECK(terms_of(longest, language) == '[' + longest + ']');
    CHECK(terms_of(longest + '7', language).empty());
  }
}

TEST_CASE("terms are sorted as JavaScript sorts them") {
  CHECK(tsg::before_in_utf16("a", "b"));
  CHECK(tsg::before_in_utf16("a", "aa"));
  CHECK_FALSE(tsg::before_in_utf16("a", "a"));
  CHECK(tsg::before_in_utf16("\xF0\x9F\x98\x80", "\xEF\xBC\xA1"));  // U+1F600 is D83D DE00, before U+FF21
  CHECK(tsg::before_in_utf16("\xED\x9F\xBF", "\xF0\x9F\x98\x80"));  // U+D7FF
}

TEST_CASE("UTF-16 and back") {
  for (const std::string text : {"", "a\xC3\xA9\xE6\xA9\x9F", "x\xF0\x9F\x98\x80y"}) {
    CHECK(tsg::to_utf8(tsg::to_utf16(text)) == text);
  }
  CHECK(tsg::to_utf8(std::u16string{u'a', char16_t(0xD83D), u'b', char16_t(0xDE00)}) ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD");
}

TEST_CASE("a table numbers words in the order it meets them, however many") {
  tsg::WordTable table;
  for (int round = 0; round < 2; ++round) {
    for (std::uint32_t number = 0; number < 5000; ++number) {
      REQUIRE(table.number("word-number-" + std::to_string(number)) == number);
    }
  }
  CHECK(table.size() == 5000);
  CHECK(table.word(4999) == "word-number-4999");
  CHECK(table.number("") == 5000);
}
