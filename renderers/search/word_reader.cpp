// SPDX-License-Identifier: MIT
#include "renderers/search/word_reader.h"

#include <array>
#include <cstdint>

#include "engine/text/utf8.h"
#include "renderers/search/lower_case.h"

namespace tsg {
namespace {

constexpr char cut = '\n';

constexpr std::array<char, 256> make_folds() {
  std::array<char, 256> folds = {};
  for (unsigned byte = 0; byte < 128; ++byte) folds[byte] = static_cast<char>(byte);
  for (unsigned byte = 'A'; byte <= 'Z'; ++byte) folds[byte] = static_cast<char>(byte - 'A' + 'a');
  for (const char space : {'\t', '\n', '\v', '\f', '\r', ' ', '-'}) {
    folds[static_cast<unsigned char>(space)] = cut;
  }
  return folds;
}
constexpr std::array<char, 256> folds = make_folds();

bool is_space_beyond_ascii(std::uint32_t code_point) {
  return code_point == 0xA0 || code_point == 0x1680 || (code_point >= 0x2000 && code_point <= 0x200A) ||
         code_point == 0x2028 || code_point == 0x2029 || code_point == 0x202F || code_point == 0x205F ||
         code_point == 0x3000 || code_point == 0xFEFF;
}

std::size_t plain_end(std::string_view text, std::size_t at) {
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

// REQUIRES: text is ASCII
void append_plain(std::string& out, std::string_view text) {
  const std::size_t before = out.size();
  out += text;
  for (std::size_t at = before; at < out.size(); ++at) out[at] = folds[static_cast<unsigned char>(out[at])];
}

std::size_t append_wide(std::string& out, std::string_view text, std::size_t at) {
  const DecodedCharacter read = decode_utf8(text, at);
  if (!is_space_beyond_ascii(read.code_point)) return append_lower_case(out, text, at);
  out += cut;
  return read.size;
}

}  // namespace

// The whole text at once and byte by byte: looking for the ends of words on the way would cost more than all
// the rest.
void WordReader::read(std::string_view text) {
  at_ = 0;
  folded_.clear();
  folded_.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = plain_end(text, at);
    append_plain(folded_, text.substr(at, end - at));
    at = end;
    if (at < text.size()) at += append_wide(folded_, text, at);
  }
  folded_ += cut;
}

bool WordReader::next(std::string_view& word) {
  while (at_ < folded_.size() && folded_[at_] == cut) ++at_;
  if (at_ == folded_.size()) return false;
  const std::size_t end = folded_.find(cut, at_);
  word = std::string_view(folded_).substr(at_, end - at_);
  at_ = end + 1;
  return true;
}

}  // namespace tsg
