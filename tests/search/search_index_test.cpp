// SPDX-License-Identifier: MIT
// What lunr cannot be asked. That the index is lunr's is for lunr_oracle.mjs to say.
#include "renderers/search/search_index.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "renderers/search/term_counter.h"

namespace {

using tsg::SearchDocument;
using tsg::SearchLanguage;

std::vector<tsg::DocumentTerms> counted(const std::vector<SearchDocument>& documents) {
  tsg::TermCounter counter(SearchLanguage::English);
  std::vector<tsg::DocumentTerms> terms;
  for (const SearchDocument& document : documents) terms.push_back(counter.count(document));
  return terms;
}

// A page whose text has `terms` words that no other field has.
SearchDocument page_of(std::size_t terms) {
  SearchDocument page = {.title = "gateway", .headings = "listener", .summary = "probe"};
  for (std::size_t number = 0; number < terms; ++number) page.text += "word" + std::to_string(number) + ' ';
  return page;
}

std::size_t postings_in(const std::string& index, const std::string& field) {
  std::size_t count = 0;
  const auto json = nlohmann::json::parse(index);
  for (const auto& entry : json["invertedIndex"]) count += entry[1][field].size();
  return count;
}

}  // namespace

TEST_CASE("an index of no pages is one that lunr can load") {
  const auto json = nlohmann::json::parse(tsg::make_search_index({}));
  CHECK(json["version"] == "2.3.9");
  CHECK(json["fields"] == std::vector<std::string>{"title", "headings", "summary", "text"});
  CHECK(json["fieldVectors"].empty());
  CHECK(json["invertedIndex"].empty());
  CHECK(json["pipeline"] == std::vector<std::string>{"stemmer"});
}

TEST_CASE("an index of another language stems nothing in the browser") {
  const auto json = nlohmann::json::parse(tsg::make_search_index({}, {.language = SearchLanguage::Other}));
  CHECK(json["pipeline"].empty());
}

TEST_CASE("a page without a word is no vector") {
  const auto json =
      nlohmann::json::parse(tsg::make_search_index(counted({{}, {.title = "the"}, {.title = "--"}})));
  CHECK(json["fieldVectors"].empty());
}

TEST_CASE("the bound takes text only, and the same number from each page") {
  const auto terms = counted({page_of(100), page_of(100), page_of(20)});
  const std::string index = tsg::make_search_index(terms, {.text_postings = 90});
  CHECK(postings_in(index, "text") == 35 + 35 + 20);
  CHECK(postings_in(index, "title") == 3);
  CHECK(postings_in(index, "headings") == 3);
  CHECK(postings_in(index, "summary") == 3);
}

TEST_CASE("a bound that all pages keep leaves nothing out") {
  CHECK(postings_in(tsg::make_search_index(counted({page_of(100)}), {.text_postings = 100}), "text") == 100);
  CHECK(postings_in(tsg::make_search_index(counted({page_of(100)}), {.text_postings = 99}), "text") == 99);
}

TEST_CASE("however many pages there are, each keeps the least") {
  const auto terms = counted({page_of(100), page_of(100)});
  CHECK(postings_in(tsg::make_search_index(terms, {.text_postings = 0}), "text") ==
        2 * tsg::search_text_terms_least);
}

TEST_CASE("an index does not depend on what was counted before") {
  const SearchDocument page = page_of(10);
  tsg::TermCounter counter(SearchLanguage::English);
  counter.count({.title = "other words first", .text = "word9 word3"});
  CHECK(counter.count(page) == tsg::count_terms(page, SearchLanguage::English));
}
