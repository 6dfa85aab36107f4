// SPDX-License-Identifier: MIT
// search-index.js: the script that hands index and records to the search page. A script and not JSON, so that
// the page also works from file://, where nothing may be fetched.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "renderers/search/search_document.h"

namespace tsg {

// A text of the page in the reader's language, by the names of `default_words` in renderers/theme/search.js.
struct SearchWord {
  std::string_view name = {};
  std::string_view text = {};
};

struct SearchScript {
  std::string_view index = {};    // of make_search_index
  std::string_view records = {};  // of make_search_records
  SearchLanguage language = SearchLanguage::English;
  std::span<const SearchWord> words = {};  // those not given stay English
};

// window.tsgSearch = {language, index, records, words}. The big values are texts for JSON.parse, which a
// browser reads faster than the same as a literal of the language.
std::string make_search_script(const SearchScript& script);

}  // namespace tsg
