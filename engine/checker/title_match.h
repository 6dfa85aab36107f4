// SPDX-License-Identifier: MIT
// Texts that say the same but for case, blanks and punctuation: how answers and file names are matched with
// titles.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tsg {

// Its ASCII letters and digits, in lower case, and what is not ASCII.
std::string bare_words(std::string_view text);

// Whether one of two bare texts holds the other. Texts of fewer than four characters match nothing.
bool bare_match(std::string_view a, std::string_view b);

// The words two texts share, of those that say something: without "is", "the" and the like, and without
// plurals.
struct SharedWords {
  std::size_t shared = 0;
  std::size_t fewer = 0;  // words of the text that has fewer
};
SharedWords shared_words(std::string_view a, std::string_view b);

// "Is the pool empty? (v2)" -> "is-the-pool-empty-v2": an id, of at most `most` characters; empty when
// nothing is left.
std::string slug_of(std::string_view text, std::size_t most = 48);

}  // namespace tsg
