// SPDX-License-Identifier: MIT
// WordReader: the words of a text in lower case, cut where lunr's tokenizer cuts: at white space, as
// JavaScript's `\s` means it, and at hyphens.
//
//   reader.read(text);
//   for (std::string_view word; reader.next(word);) ...
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tsg {

class WordReader {
 public:
  // Begins with this text, which is not needed any more once this returns.
  void read(std::string_view text);
  // False when there is no word left. The view holds until the next read().
  bool next(std::string_view& word);

 private:
  std::string folded_ = {};  // in lower case, each cut a line feed
  std::size_t at_ = 0;
};

}  // namespace tsg
