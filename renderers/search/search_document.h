// SPDX-License-Identifier: MIT
// SearchDocument: one page as the search sees it. All text is plain: no markup, no entities.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace tsg {

// How words are cut and folded. English: as lunr 2.3.9 does by itself (its trimmer, stop words and stemmer).
// Other: letters of every script are kept, nothing is stemmed or stopped, and writing without spaces becomes
// pairs of characters.
enum class SearchLanguage { English, Other };

struct SearchDocument {
  std::string ref = {};  // the page's address relative to the site's root
  std::string title = {};
  std::string headings = {};
  std::string summary = {};
  std::string text = {};
  std::string service = {};  // what the reader may filter by; empty for none
  std::string type = {};
};

// The fields that are searched, in the order of lunr's index, and what a hit in each is worth.
struct SearchField {
  std::string_view name = {};
  const std::string SearchDocument::*text = nullptr;
  double boost = 1;
};

inline constexpr std::size_t search_field_count = 4;
inline constexpr std::array<SearchField, search_field_count> search_fields = {{
    {"title", &SearchDocument::title, 10},
    {"headings", &SearchDocument::headings, 4},
    {"summary", &SearchDocument::summary, 3},
    {"text", &SearchDocument::text, 1},
}};

}  // namespace tsg
