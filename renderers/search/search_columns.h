// SPDX-License-Identifier: MIT
// SearchColumns: the terms of all pages, a column for each field; what an index is written from.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "renderers/search/document_terms.h"
#include "renderers/search/word_table.h"

namespace tsg {

struct Posting {
  std::uint32_t term = 0;   // its number in SearchColumns::terms
  std::uint32_t value = 0;  // how often the page's field has it; once scored, its score in thousandths
};

struct SearchColumn {
  std::vector<Posting> postings = {};  // page after page
  std::vector<std::size_t> ends = {};  // of each page's part

  std::span<Posting> of(std::size_t document) {
    const std::size_t begin = document == 0 ? 0 : ends[document - 1];
    return std::span(postings).subspan(begin, ends[document] - begin);
  }
};

struct SearchColumns {
  WordTable terms = {};
  std::array<SearchColumn, search_field_count> fields = {};
};

SearchColumns gather_columns(std::span<const DocumentTerms> documents);

// Turns counts into lunr's scores: BM25 with k1 = 1.2 and b = 0.75, times the field's boost, rounded to
// thousandths. lunr adds up the fields when it counts the pages that have a term; so does this.
// REQUIRES: columns were gathered from these documents and are not scored yet
void score_columns(SearchColumns& columns, std::span<const DocumentTerms> documents);

// Keeps of each page only the text terms with the highest scores: as many a page as keep all pages together
// within `most` postings, and never fewer than search_text_terms_least. Titles, headings and summaries stay.
// REQUIRES: columns are scored
void bound_text(SearchColumns& columns, std::size_t most);

}  // namespace tsg
