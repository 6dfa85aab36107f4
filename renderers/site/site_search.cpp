// SPDX-License-Identifier: MIT
#include "renderers/site/site_search.h"

#include <vector>

#include "renderers/search/search_index.h"
#include "renderers/search/search_record.h"
#include "renderers/search/search_script.h"

namespace tsg {

namespace {

struct SearchedPage {
  const PublishedArticle* article = nullptr;
  std::string address = {};
  std::string title = {};
  std::string type = {};
};

std::vector<SearchedPage> searched_pages(const Site& site) {
  std::vector<SearchedPage> pages;
  for (std::size_t guide = 0; guide < site.source.guides.size(); ++guide) {
    const PublishedGuide& each = *site.source.guides[guide];
    pages.push_back({&each.summary, site.guide_address(guide), each.title, site.words.of("guides")});
    for (const PublishedOutcome& outcome : each.outcomes)
      pages.push_back({&outcome.article, site.outcome_address(guide, outcome.id), outcome.article.title,
                       site.words.of_type(outcome.article.type)});
  }
  for (std::size_t at = 0; at < site.source.articles.size(); ++at) {
    const PublishedArticle& article = *site.source.articles[at];
    pages.push_back({&article, site.article_addresses[at], article.title, site.words.of_type(article.type)});
  }
  return pages;
}

std::string service_name(const Site& site, const std::string& service) {
  const auto name = site.source.pack.site.names.find(service);
  return name == site.source.pack.site.names.end() ? service : name->second;
}

std::string record_of(const Site& site, const SearchedPage& page) {
  return make_search_record({.ref = page.address,
                             .title = page.title,
                             .summary = page.article->description,
                             .text = page.article->excerpt,
                             .service = service_name(site, page.article->service),
                             .type = page.type});
}

// By the names that search.js has for them.
std::vector<SearchWord> words_of_search(const InterfaceWords& words) {
  return {{"label", words.of("search_label")},     {"button", words.of("search")},
          {"service", words.of("service")},        {"type", words.of("search_type")},
          {"any", words.of("search_any")},         {"one_result", words.of("search_one")},
          {"results", words.of("search_results")}, {"first_results", words.of("search_first")},
          {"no_result", words.of("search_none")},  {"broken", words.of("search_broken")}};
}

}  // namespace

std::string make_site_search(const Site& site) {
  const SearchLanguage language = search_language(site.source.locale);
  std::vector<DocumentTerms> terms;
  std::vector<std::string> records;
  for (const SearchedPage& page : searched_pages(site)) {
    terms.push_back(page.article->terms);
    records.push_back(record_of(site, page));
  }
  const std::vector<SearchWord> words = words_of_search(site.words);
  return make_search_script({.index = make_search_index(terms, {.language = language}),
                             .records = make_search_records(records),
                             .language = language,
                             .words = words});
}

}  // namespace tsg
