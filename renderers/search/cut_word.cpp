// SPDX-License-Identifier: MIT
#include "renderers/search/cut_word.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "engine/text/utf8.h"
#include "renderers/search/stem_word.h"
#include "renderers/search/stop_words.h"
#include "renderers/search/utf16.h"

namespace tsg {
namespace {

struct Range {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

constexpr std::array<Range, 10> scripts_without_spaces = {{
    {0x0E00, 0x0EFF},  // Thai, Lao
    {0x1000, 0x109F},  // Burmese
    {0x1780, 0x17FF},  // Khmer
    {0x3005, 0x3007},
    {0x3040, 0x30FF},  // kana
    {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},  // Chinese
    {0xF900, 0xFAFF},
    {0xFF66, 0xFF9F},
    {0x20000, 0x3134F},
}};

bool needs_no_spaces(std::uint32_t code_point) {
  return std::ranges::any_of(scripts_without_spaces, [code_point](Range range) {
    return code_point >= range.first && code_point <= range.last;
  });
}

bool is_ascii_word(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
         byte == '_';
}

bool is_word_character(std::uint32_t code_point) {
  if (code_point == '_') return true;
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

std::string_view ascii_trimmed(std::string_view word) {
  const auto first = std::ranges::find_if(word, is_ascii_word);
  const auto last = std::find_if(word.rbegin(), std::make_reverse_iterator(first), is_ascii_word);
  return {first, last.base()};
}

std::string_view trimmed(std::string_view word) {
  std::size_t first = word.size();
  std::size_t last = 0;
  for (std::size_t at = 0; at < word.size();) {
    const DecodedCharacter read = decode_utf8(word, at);
    if (is_word_character(read.code_point)) {
      first = std::min(first, at);
      last = at + read.size;
    }
    at += read.size;
  }
  return first < last ? word.substr(first, last - first) : std::string_view();
}

std::uint32_t cut_english(std::string_view word, std::vector<std::string>& terms) {
  const std::string_view kept = ascii_trimmed(word);
  if (kept.empty()) return 1;
  if (kept.size() > search_word_bytes || is_stop_word(kept)) return 0;
  terms.push_back(to_utf8(stem_word(to_utf16(kept))));
  return 1;
}

void add_spaced(std::string_view piece, std::vector<std::string>& terms) {
  const std::string_view kept = trimmed(piece);
  if (!kept.empty() && kept.size() <= search_word_bytes) terms.emplace_back(kept);
}

void add_pairs(std::string_view run, std::vector<std::string>& terms) {
  const std::size_t first_size = decode_utf8(run, 0).size;
  if (first_size == run.size()) terms.emplace_back(run);
  for (std::size_t at = 0, next = first_size; next < run.size();) {
    const std::size_t end = next + decode_utf8(run, next).size;
    terms.emplace_back(run.substr(at, end - at));
    at = next;
    next = end;
  }
}

// The end of the run at `at` of characters that are alike in needing spaces.
std::size_t run_end(std::string_view word, std::size_t at) {
  const bool dense = needs_no_spaces(decode_utf8(word, at).code_point);
  while (at < word.size()) {
    const DecodedCharacter read = decode_utf8(word, at);
    if (needs_no_spaces(read.code_point) != dense) return at;
    at += read.size;
  }
  return at;
}

std::uint32_t cut_other(std::string_view word, std::vector<std::string>& terms) {
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t end = run_end(word, at);
    const std::string_view piece = word.substr(at, end - at);
    if (needs_no_spaces(decode_utf8(word, at).code_point)) {
      add_pairs(piece, terms);
    } else {
      add_spaced(piece, terms);
    }
    at = end;
  }
  return static_cast<std::uint32_t>(terms.size());
}

}  // namespace

std::uint32_t cut_word(std::string_view word, SearchLanguage language, std::vector<std::string>& terms) {
  terms.clear();
  return language == SearchLanguage::English ? cut_english(word, terms) : cut_other(word, terms);
}

}  // namespace tsg
