// SPDX-License-Identifier: MIT
#include "renderers/search/search_index.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <vector>

#include "engine/text/json_writer.h"
#include "renderers/search/search_columns.h"
#include "renderers/search/utf16.h"

namespace tsg {
namespace {

constexpr std::size_t bytes_of_posting = 20;  // an estimate, for the memory to ask for
constexpr std::size_t bytes_of_term = 80;

using Digits = std::array<char, 24>;  // two numbers of 32 bits and what stands around them

char* put_number(char* at, std::uint32_t number) {
  return std::to_chars(at, at + 10, number).ptr;
}

char* put_thousandths(char* at, std::uint32_t value) {
  at = put_number(at, value / 1000);
  const std::uint32_t fraction = value % 1000;
  if (fraction == 0) return at;
  *at++ = '.';
  for (const std::uint32_t digit : {fraction / 100, fraction / 10 % 10, fraction % 10}) {
    *at++ = static_cast<char>('0' + digit);
  }
  while (at[-1] == '0') --at;
  return at;
}

void append_number(std::string& out, std::uint32_t number) {
  Digits digits;
  out.append(digits.data(), put_number(digits.data(), number));
}

// The terms that some field has, in the order of JavaScript's sort().
std::vector<std::uint32_t> sorted_terms(const WordTable& terms, const std::vector<std::uint32_t>& uses) {
  std::vector<std::uint32_t> sorted;
  for (std::uint32_t term = 0; term < terms.size(); ++term) {
    if (uses[term] != 0) sorted.push_back(term);
  }
  std::ranges::sort(sorted, [&terms](std::uint32_t left, std::uint32_t right) {
    return before_in_utf16(terms.word(left), terms.word(right));
  });
  return sorted;
}

std::vector<std::uint32_t> uses_of_terms(const SearchColumns& columns) {
  std::vector<std::uint32_t> uses(columns.terms.size(), 0);
  for (const SearchColumn& column : columns.fields) {
    for (const Posting& posting : column.postings) ++uses[posting.term];
  }
  return uses;
}

// A number for each term: the most used first, and of equals the first in `sorted`.
std::vector<std::uint32_t> numbers_by_use(std::vector<std::uint32_t> sorted,
                                          const std::vector<std::uint32_t>& uses) {
  std::vector<std::uint32_t> places(uses.size(), 0);
  for (std::uint32_t place = 0; place < sorted.size(); ++place) places[sorted[place]] = place;
  std::ranges::sort(sorted, [&](std::uint32_t left, std::uint32_t right) {
    return uses[left] != uses[right] ? uses[left] > uses[right] : places[left] < places[right];
  });
  std::vector<std::uint32_t> numbers(uses.size(), 0);
  for (std::uint32_t number = 0; number < sorted.size(); ++number) numbers[sorted[number]] = number;
  return numbers;
}

void renumber(SearchColumns& columns, const std::vector<std::uint32_t>& numbers) {
  for (SearchColumn& column : columns.fields) {
    for (Posting& posting : column.postings) posting.term = numbers[posting.term];
  }
}

void append_vector(std::string& out, std::string_view field, std::size_t document,
                   std::span<Posting> postings) {
  std::ranges::sort(postings, {}, &Posting::term);
  out += "[\"";
  out += field;
  out += '/';
  append_number(out, static_cast<std::uint32_t>(document));
  out += "\",[";
  for (const Posting& posting : postings) {
    Digits digits;
    char* end = put_number(digits.data(), posting.term);
    *end++ = ',';
    end = put_thousandths(end, posting.value);
    *end++ = ',';
    out.append(digits.data(), end);
  }
  out.back() = ']';
  out += "],";
}

void append_vectors(std::string& out, SearchColumns& columns, std::size_t documents) {
  out += "\"fieldVectors\":[";
  for (std::size_t document = 0; document < documents; ++document) {
    for (std::size_t field = 0; field < search_field_count; ++field) {
      const std::span<Posting> postings = columns.fields[field].of(document);
      if (!postings.empty()) append_vector(out, search_fields[field].name, document, postings);
    }
  }
  if (out.back() == ',') out.pop_back();
  out += "],";
}

// The pages of each term in one field.
struct PagesOfTerms {
  std::vector<std::size_t> ends = {};
  std::vector<std::uint32_t> pages = {};

  std::span<const std::uint32_t> of(std::uint32_t term) const {
    const std::size_t begin = term == 0 ? 0 : ends[term - 1];
    return std::span(pages).subspan(begin, ends[term] - begin);
  }
};

PagesOfTerms pages_of_terms(SearchColumn& column, std::size_t terms) {
  std::vector<std::size_t> next(terms + 1, 0);
  for (const Posting& posting : column.postings) ++next[posting.term + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  PagesOfTerms found = {.ends = {next.begin() + 1, next.end()}, .pages = {}};
  found.pages.resize(column.postings.size());
  for (std::uint32_t document = 0; document < column.ends.size(); ++document) {
    for (const Posting& posting : column.of(document)) found.pages[next[posting.term]++] = document;
  }
  return found;
}

void append_pages(std::string& out, std::string_view field, std::span<const std::uint32_t> pages) {
  out += ",\"";
  out += field;
  out += "\":{";
  for (const std::uint32_t page : pages) {
    Digits digits = {'"'};
    char* end = put_number(digits.data() + 1, page);
    end = std::ranges::copy(std::string_view("\":{},"), end).out;
    out.append(digits.data(), end);
  }
  if (!pages.empty()) out.pop_back();
  out += '}';
}

void append_inverted(std::string& out, SearchColumns& columns, const std::vector<std::uint32_t>& sorted,
                     const std::vector<std::uint32_t>& numbers) {
  std::array<PagesOfTerms, search_field_count> pages;
  for (std::size_t field = 0; field < search_field_count; ++field) {
    pages[field] = pages_of_terms(columns.fields[field], sorted.size());
  }
  out += "\"invertedIndex\":[";
  for (const std::uint32_t term : sorted) {
    out += '[';
    append_json_string(out, columns.terms.word(term));
    out += ",{\"_index\":";
    append_number(out, numbers[term]);
    for (std::size_t field = 0; field < search_field_count; ++field) {
      append_pages(out, search_fields[field].name, pages[field].of(numbers[term]));
    }
    out += "}],";
  }
  if (!sorted.empty()) out.pop_back();
  out += "],";
}

void append_fields(std::string& out) {
  out += "{\"version\":\"2.3.9\",\"fields\":[";
  for (const SearchField& field : search_fields) {
    append_json_string(out, field.name);
    out += ',';
  }
  out.back() = ']';
  out += ',';
}

}  // namespace

std::string make_search_index(std::span<const DocumentTerms> documents, const SearchIndexOptions& options) {
  SearchColumns columns = gather_columns(documents);
  score_columns(columns, documents);
  bound_text(columns, options.text_postings);
  const std::vector<std::uint32_t> uses = uses_of_terms(columns);
  const std::vector<std::uint32_t> sorted = sorted_terms(columns.terms, uses);
  const std::vector<std::uint32_t> numbers = numbers_by_use(sorted, uses);
  renumber(columns, numbers);
  std::string out;
  out.reserve(std::accumulate(uses.begin(), uses.end(), std::size_t{0}) * bytes_of_posting +
              sorted.size() * bytes_of_term);
  append_fields(out);
  append_vectors(out, columns, documents.size());
  append_inverted(out, columns, sorted, numbers);
  out += options.language == SearchLanguage::English ? "\"pipeline\":[\"stemmer\"]}" : "\"pipeline\":[]}";
  return out;
}

}  // namespace tsg
