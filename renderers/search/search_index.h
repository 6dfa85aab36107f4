// SPDX-License-Identifier: MIT
// The search index of a site, as lunr 2.3.9 reads it (`lunr.Index.load`): what lunr.Builder makes of the same
// pages, to the last thousandth of a score, but for what no query can see:
//
//   - the ref of a page is its number (0 for the first), and so is its place among the records;
//   - terms are numbered by how often they stand, so that the numbers written most often are the shortest;
//   - the vector of a field without terms, and the empty term, are left out;
//   - over search_text_postings, only the best text terms of each page are kept (bound_text).
//
//   TermCounter counter(SearchLanguage::English);
//   for (const SearchDocument& page : pages) counted.push_back(counter.count(page));
//   write(make_search_index(counted));
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "renderers/search/document_terms.h"
#include "renderers/search/search_document.h"

namespace tsg {

// Text postings of a whole index, each some 18 bytes of it.
inline constexpr std::size_t search_text_postings = 380000;
// Of each page, however many pages there are.
inline constexpr std::size_t search_text_terms_least = 16;

struct SearchIndexOptions {
  SearchLanguage language = SearchLanguage::English;
  std::size_t text_postings = search_text_postings;
};

// JSON in one line, UTF-8. The same pages in the same order give the same bytes.
std::string make_search_index(std::span<const DocumentTerms> documents,
                              const SearchIndexOptions& options = {});

}  // namespace tsg
