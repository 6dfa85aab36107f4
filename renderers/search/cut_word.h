// SPDX-License-Identifier: MIT
// From a word of a text to the terms it is found by.
//
//   English  lunr's pipeline: what is no ASCII letter, digit or `_` goes from both ends, stop words go, the
//            rest is stemmed. lunr lets the empty word through, so it counts for a field's length; no query
//            asks for it, so it is no term.
//   Other    what is no letter, mark, number or `_` goes from both ends. A run of a script that is written
//            without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) becomes its overlapping pairs of
//            characters; a run of one stays.
//
// The browser does the same (`terms_of` in renderers/theme/search.js).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "renderers/search/search_document.h"

namespace tsg {

// A longer word, in bytes, is left out as stop words are: a query of 200 characters can hardly name it, and a
// picture written as one word would fill the index.
inline constexpr std::size_t search_word_bytes = 100;

// Puts the terms of `word` into `terms`, and returns how many words they count for in the field's length.
// REQUIRES: word is in lower case and valid UTF-8
std::uint32_t cut_word(std::string_view word, SearchLanguage language, std::vector<std::string>& terms);

}  // namespace tsg
