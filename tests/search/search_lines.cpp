// SPDX-License-Identifier: MIT
// The search room for tests in another language: reads lines on standard input, writes on standard output.
//
//   search_lines index LANGUAGE [TEXT-POSTINGS]   a document (JSON) a line -> the index
//   search_lines records                          a document a line -> the records
//   search_lines script LANGUAGE                  a document a line -> search-index.js
//   search_lines stem | lower                     a JSON text a line -> its stem, or it in lower case, as
//   such search_lines time LANGUAGE                    a document a line -> milliseconds, bytes
#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "renderers/search/lower_case.h"
#include "renderers/search/search_index.h"
#include "renderers/search/search_record.h"
#include "renderers/search/search_script.h"
#include "renderers/search/stem_word.h"
#include "renderers/search/term_counter.h"
#include "renderers/search/utf16.h"

namespace {

tsg::SearchDocument read_document(const std::string& line) {
  const auto json = nlohmann::json::parse(line);
  return {.ref = json.value("ref", ""),
          .title = json.value("title", ""),
          .headings = json.value("headings", ""),
          .summary = json.value("summary", ""),
          .text = json.value("text", ""),
          .service = json.value("service", ""),
          .type = json.value("type", "")};
}

std::vector<tsg::SearchDocument> read_documents() {
  std::vector<tsg::SearchDocument> documents;
  for (std::string line; std::getline(std::cin, line);) documents.push_back(read_document(line));
  return documents;
}

std::vector<tsg::DocumentTerms> count_all(const std::vector<tsg::SearchDocument>& documents,
                                          tsg::SearchLanguage language) {
  tsg::TermCounter counter(language);
  std::vector<tsg::DocumentTerms> counted;
  counted.reserve(documents.size());
  for (const auto& document : documents) counted.push_back(counter.count(document));
  return counted;
}

std::string records_of(const std::vector<tsg::SearchDocument>& documents) {
  std::vector<std::string> records;
  std::ranges::transform(documents, std::back_inserter(records), tsg::make_search_record);
  return tsg::make_search_records(records);
}

// Of this process alone: other work of the machine does not count.
double milliseconds_since(std::clock_t begin) {
  return 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

void print_times(const std::vector<tsg::SearchDocument>& documents, const tsg::SearchIndexOptions& options) {
  const auto begin = std::clock();
  const auto counted = count_all(documents, options.language);
  const double count_ms = milliseconds_since(begin);
  const auto middle = std::clock();
  const std::string index = tsg::make_search_index(counted, options);
  const double index_ms = milliseconds_since(middle);
  std::size_t text = 0;
  std::size_t kept = 0;
  for (const auto& document : documents)
    text += document.title.size() + document.headings.size() + document.summary.size() + document.text.size();
  for (const auto& terms : counted) kept += terms.entries.size();
  std::cout << documents.size() << " documents, " << text << " bytes of text: counted in " << count_ms
            << " ms (" << kept << " bytes of terms), indexed in " << index_ms << " ms (" << index.size()
            << " bytes)\n";
}

std::string lowered(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) at += tsg::append_lower_case(out, text, at);
  return out;
}

int fold_lines(bool stem) {
  for (std::string line; std::getline(std::cin, line);) {
    const auto text = nlohmann::json::parse(line).get<std::string>();
    std::cout
        << nlohmann::json(stem ? tsg::to_utf8(tsg::stem_word(tsg::to_utf16(text))) : lowered(text)).dump()
        << '\n';
  }
  return 0;
}

}  // namespace

int main(int count, char** words) {
  std::ios::sync_with_stdio(false);
  const std::string_view verb = count > 1 ? words[1] : "";
  if (verb == "stem" || verb == "lower") return fold_lines(verb == "stem");
  const bool other = count > 2 && std::string_view(words[2]) == "other";
  tsg::SearchIndexOptions options = {.language =
                                         other ? tsg::SearchLanguage::Other : tsg::SearchLanguage::English};
  if (count > 3) options.text_postings = std::strtoul(words[3], nullptr, 10);
  const auto documents = read_documents();
  if (verb == "records") std::cout << records_of(documents);
  if (verb == "time") print_times(documents, options);
  if (verb == "index") std::cout << tsg::make_search_index(count_all(documents, options.language), options);
  if (verb == "script") {
    const std::string index = tsg::make_search_index(count_all(documents, options.language), options);
    std::cout << tsg::make_search_script(
        {.index = index, .records = records_of(documents), .language = options.language});
  }
  return 0;
}
