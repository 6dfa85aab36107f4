// SPDX-License-Identifier: MIT
// WordReader: the words of a text in lower case, cut where lunr's tokenizer cuts: at white space, as
// JavaScript's `\s` means it, and at hyphens.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tsg {

class WordReader {
 public:
  // `text` is borrowed and must outlive the reader.
  explicit WordReader(std::string_view text) : text_(text) {}

  // Puts the next word into `word`; false when there is none.
  bool next(std::string& word);

 private:
  void take_plain(std::string& word);

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace tsg
