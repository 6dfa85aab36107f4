// SPDX-License-Identifier: MIT
// Porter's stemmer as lunr 2.3.9 has it. It departs from the paper, and from libstemmer's `porter`, where a
// `y` stands after a vowel (`gateway` stays), in words of two letters, in doubled characters that are no
// letters, and in the endings `bli` and `logi`. Tested against lunr itself by tests/search/lunr_oracle.mjs.
//
// Its words are UTF-16, because lunr counts and compares characters so.
#pragma once

#include <string>

namespace tsg {

// The stem of a word in lower case.
std::u16string stem_word(std::u16string word);

}  // namespace tsg
