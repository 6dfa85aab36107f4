// SPDX-License-Identifier: MIT
#include "renderers/search/search_columns.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "renderers/search/search_index.h"

namespace tsg {
namespace {

constexpr double k1 = 1.2;
constexpr double b = 0.75;
constexpr std::size_t text_field = search_field_count - 1;

std::vector<double> inverse_frequencies(const SearchColumns& columns, std::size_t documents) {
  std::vector<double> weights(columns.terms.size(), 0);
  for (const SearchColumn& column : columns.fields) {
    for (const Posting& posting : column.postings) weights[posting.term] += 1;
  }
  for (double& weight : weights) {
    const double ratio = (static_cast<double>(documents) - weight + 0.5) / (weight + 0.5);
    weight = std::log(1 + std::abs(ratio));
  }
  return weights;
}

double average_length(std::span<const DocumentTerms> documents, std::size_t field) {
  double sum = 0;
  for (const DocumentTerms& document : documents) sum += document.lengths[field];
  return sum / static_cast<double>(documents.size());
}

// Math.round(score * 1000): halves go up. The order of the operations is lunr's, so that no rounding differs.
std::uint32_t thousandths(double weight, double count, double relative_length, double boost) {
  double score = weight * ((k1 + 1) * count) / (k1 * (1 - b + b * relative_length) + count);
  score *= boost;
  return static_cast<std::uint32_t>(std::floor(score * 1000 + 0.5));
}

// The most terms a page may keep.
std::size_t terms_kept(const SearchColumn& column, std::size_t most) {
  std::vector<std::size_t> pages_of_size;
  std::size_t begin = 0;
  for (const std::size_t end : column.ends) {
    if (end - begin >= pages_of_size.size()) pages_of_size.resize(end - begin + 1);
    ++pages_of_size[end - begin];
    begin = end;
  }
  std::size_t pages_with_more = column.ends.size();
  std::size_t total = 0;
  for (std::size_t size = 0; size < pages_of_size.size(); ++size) {
    pages_with_more -= pages_of_size[size];
    total += pages_with_more;
    if (total > most) return std::max(size, search_text_terms_least);
  }
  return pages_of_size.size();
}

}  // namespace

SearchColumns gather_columns(std::span<const DocumentTerms> documents) {
  SearchColumns columns;
  for (SearchColumn& column : columns.fields) column.ends.reserve(documents.size());
  for (const DocumentTerms& document : documents) {
    TermReader reader(document);
    for (TermCount found; reader.next(found);) {
      const std::uint32_t term = columns.terms.number(found.term);
      for (std::size_t field = 0; field < search_field_count; ++field) {
        const std::uint32_t count = found.counts[field];
        if (count != 0) columns.fields[field].postings.push_back({.term = term, .value = count});
      }
    }
    for (SearchColumn& column : columns.fields) column.ends.push_back(column.postings.size());
  }
  return columns;
}

void score_columns(SearchColumns& columns, std::span<const DocumentTerms> documents) {
  const std::vector<double> weights = inverse_frequencies(columns, documents.size());
  for (std::size_t field = 0; field < search_field_count; ++field) {
    const double average = average_length(documents, field);
    for (std::size_t document = 0; document < documents.size(); ++document) {
      const double relative_length = documents[document].lengths[field] / average;
      for (Posting& posting : columns.fields[field].of(document)) {
        posting.value =
            thousandths(weights[posting.term], posting.value, relative_length, search_fields[field].boost);
      }
    }
  }
}

void bound_text(SearchColumns& columns, std::size_t most) {
  SearchColumn& column = columns.fields[text_field];
  if (column.postings.size() <= most) return;
  const std::size_t kept = terms_kept(column, most);
  std::size_t size = 0;
  std::size_t begin = 0;
  for (std::size_t& end : column.ends) {
    const std::span<Posting> page(column.postings.data() + begin, end - begin);
    const std::size_t taken = std::min(kept, page.size());
    std::ranges::nth_element(
        page, page.begin() + static_cast<std::ptrdiff_t>(taken), [](Posting left, Posting right) {
          return left.value != right.value ? left.value > right.value : left.term < right.term;
        });
    std::copy_n(page.begin(), taken, column.postings.begin() + static_cast<std::ptrdiff_t>(size));
    size += taken;
    begin = end;
    end = size;
  }
  column.postings.resize(size);
}

}  // namespace tsg
