// SPDX-License-Identifier: MIT
#include "renderers/search/word_reader.h"

#include <array>
#include <cstdint>

#include "engine/text/utf8.h"
#include "renderers/search/lower_case.h"

namespace tsg {
namespace {

constexpr char cut = '\0';
constexpr char beyond_ascii = '\x01';

// What each byte becomes in a word; `cut` ends it, and a NUL of the text is handled with what is beyond
// ASCII.
constexpr std::array<char, 256> make_folds() {
  std::array<char, 256> folds = {};
  for (unsigned byte = 0; byte < 256; ++byte)
    folds[byte] = byte < 128 ? static_cast<char>(byte) : beyond_ascii;
  folds[0] = folds[1] = beyond_ascii;
  for (unsigned byte = 'A'; byte <= 'Z'; ++byte) folds[byte] = static_cast<char>(byte - 'A' + 'a');
  for (const char space : {'\t', '\n', '\v', '\f', '\r', ' ', '-'})
    folds[static_cast<unsigned char>(space)] = cut;
  return folds;
}
constexpr std::array<char, 256> folds = make_folds();

bool is_space_beyond_ascii(std::uint32_t code_point) {
  return code_point == 0xA0 || code_point == 0x1680 || (code_point >= 0x2000 && code_point <= 0x200A) ||
         code_point == 0x2028 || code_point == 0x2029 || code_point == 0x202F || code_point == 0x205F ||
         code_point == 0x3000 || code_point == 0xFEFF;
}

}  // namespace

bool WordReader::next(std::string& word) {
  word.clear();
  while (at_ < text_.size()) {
    take_plain(word);
    if (at_ == text_.size()) break;
    const bool wide = folds[static_cast<unsigned char>(text_[at_])] == beyond_ascii;
    const DecodedCharacter read = wide ? decode_utf8(text_, at_) : DecodedCharacter{};
    if (wide && !is_space_beyond_ascii(read.code_point)) {
      at_ += append_lower_case(word, text_, at_);
      continue;
    }
    at_ += read.size;
    if (!word.empty()) return true;
  }
  return !word.empty();
}

// Most of most texts: done in one step, since a word at a time is too slow for a site.
void WordReader::take_plain(std::string& word) {
  std::size_t end = at_;
  while (end < text_.size() && folds[static_cast<unsigned char>(text_[end])] > beyond_ascii) ++end;
  const std::size_t before = word.size();
  word.resize(before + end - at_);
  for (char* to = word.data() + before; at_ < end; ++at_)
    *to++ = folds[static_cast<unsigned char>(text_[at_])];
}

}  // namespace tsg
