// SPDX-License-Identifier: MIT
#include "renderers/site/site_search.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "renderers/search/search_index.h"
#include "renderers/search/search_record.h"
#include "renderers/search/search_script.h"
#include "renderers/search/term_counter.h"
#include "renderers/site/customer_types.h"
#include "renderers/site/html_places.h"
#include "renderers/site/parallel.h"

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
    pages.push_back({&each.summary, site.guide_address(guide), each.title, "Guides"});
    for (const PublishedOutcome& outcome : each.outcomes)
      pages.push_back({&outcome.article, site.outcome_address(guide, outcome.id), outcome.article.title,
                       std::string(type_in_words(outcome.article.type))});
  }
  for (std::size_t at = 0; at < site.source.articles.size(); ++at) {
    const PublishedArticle& article = *site.source.articles[at];
    pages.push_back(
        {&article, site.article_addresses[at], article.title, std::string(type_in_words(article.type))});
  }
  return pages;
}

std::string service_name(const Site& site, const std::string& service) {
  const auto name = site.source.pack.site.names.find(service);
  return name == site.source.pack.site.names.end() ? service : name->second;
}

SearchDocument document_of(const Site& site, const SearchedPage& page) {
  SearchDocument document = {.ref = page.address,
                             .title = page.title,
                             .summary = page.article->description,
                             .text = page.article->text,
                             .service = service_name(site, page.article->service),
                             .type = page.type};
  for (const PageHeading& heading : page.article->places.headings)
    document.headings += unescaped(heading.html) + '\n';
  return document;
}

}  // namespace

std::string make_site_search(const Site& site, std::size_t threads) {
  const std::vector<SearchedPage> pages = searched_pages(site);
  const auto& locales = site.source.pack.locales;
  const bool english = locales.empty() || locales.front().starts_with("en");
  const SearchLanguage language = english ? SearchLanguage::English : SearchLanguage::Other;
  std::vector<DocumentTerms> terms(pages.size());
  std::vector<std::string> records(pages.size());
  const auto count = [&site, &pages, &terms, &records](TermCounter& counter, std::size_t at) {
    const SearchDocument document = document_of(site, pages[at]);
    terms[at] = counter.count(document);
    records[at] = make_search_record(document);
  };
  in_parallel(pages.size(), threads, [language, &count](const TakeItem& next) {
    TermCounter counter(language);
    while (const auto at = next()) count(counter, *at);
  });
  return make_search_script({.index = make_search_index(terms, {.language = language}),
                             .records = make_search_records(records),
                             .language = language});
}

}  // namespace tsg
