// SPDX-License-Identifier: MIT
#include "renderers/search/term_counter.h"

#include "renderers/search/cut_word.h"

namespace tsg {

DocumentTerms TermCounter::count(const SearchDocument& document) {
  DocumentTerms found;
  for (std::size_t field = 0; field < search_field_count; ++field) {
    count_field(document.*search_fields[field].text, field, found.lengths);
  }
  for (const std::uint32_t term : touched_) {
    append_term(found, {.term = terms_.word(term), .counts = counts_[term]});
    counts_[term] = {};
  }
  touched_.clear();
  return found;
}

void TermCounter::count_field(std::string_view text, std::size_t field, FieldCounts& lengths) {
  reader_.read(text);
  for (std::string_view written; reader_.next(written);) {
    const std::uint32_t word = words_.number(written);
    if (word == cuts_.size()) cut_new_word(written);
    const Cut cut = cuts_[word];
    lengths[field] += cut.counted;
    for (std::uint32_t at = cut.begin; at < cut.end; ++at) count_term(terms_of_words_[at], field);
  }
}

void TermCounter::cut_new_word(std::string_view word) {
  Cut cut = {.begin = static_cast<std::uint32_t>(terms_of_words_.size())};
  cut.counted = cut_word(word, language_, cut_terms_);
  for (const std::string& term : cut_terms_) terms_of_words_.push_back(terms_.number(term));
  cut.end = static_cast<std::uint32_t>(terms_of_words_.size());
  cuts_.push_back(cut);
  counts_.resize(terms_.size());
}

void TermCounter::count_term(std::uint32_t term, std::size_t field) {
  FieldCounts& counts = counts_[term];
  if (counts == FieldCounts{}) touched_.push_back(term);
  ++counts[field];
}

DocumentTerms count_terms(const SearchDocument& document, SearchLanguage language) {
  return TermCounter(language).count(document);
}

}  // namespace tsg
