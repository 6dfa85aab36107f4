// SPDX-License-Identifier: MIT
// TermCounter: counts the terms of pages, one after the other. It remembers what each distinct word became,
// so that a word of a whole site is trimmed and stemmed once; what it returns does not depend on the pages
// before. One for each thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "renderers/search/document_terms.h"
#include "renderers/search/search_document.h"
#include "renderers/search/word_reader.h"
#include "renderers/search/word_table.h"

namespace tsg {

class TermCounter {
 public:
  explicit TermCounter(SearchLanguage language) : language_(language) {}
  DocumentTerms count(const SearchDocument& document);

 private:
  // What a word became: a part of terms_of_words_, and how many words it counts for.
  struct Cut {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t counted = 0;
  };
  void count_field(std::string_view text, std::size_t field, FieldCounts& lengths);
  void cut_new_word(std::string_view word);
  void count_term(std::uint32_t term, std::size_t field);

  SearchLanguage language_;
  WordTable words_ = {};
  std::vector<Cut> cuts_ = {};  // of each word
  std::vector<std::uint32_t> terms_of_words_ = {};
  WordTable terms_ = {};
  std::vector<FieldCounts> counts_ = {};     // of each term in the page at hand
  std::vector<std::uint32_t> touched_ = {};  // the terms of the page at hand
  WordReader reader_ = {};
  std::vector<std::string> cut_terms_ = {};
};

// The terms of one page alone.
DocumentTerms count_terms(const SearchDocument& document, SearchLanguage language);

}  // namespace tsg
