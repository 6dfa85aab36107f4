// SPDX-License-Identifier: MIT
#include "engine/checker/title_match.h"

#include <algorithm>
#include <array>
#include <set>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

constexpr std::size_t least_match = 4;

bool is_word(char c) {
  return ascii_alpha(c) || ascii_digit(c);
}

constexpr std::array<std::string_view, 24> quiet_words = {
    "a",  "an", "and", "are", "all", "be",  "check", "do",   "does", "for",     "has",   "if",
    "in", "is", "it",  "of",  "on",  "the", "this",  "that", "to",   "whether", "which", "with"};

std::set<std::string> telling_words(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (word.size() > 3 && word.ends_with('s')) word.pop_back();
    const bool quiet = std::find(quiet_words.begin(), quiet_words.end(), word) != quiet_words.end();
    if (!word.empty() && !quiet) words.insert(word);
    word.clear();
  };
  for (const char c : text) {
    if (is_word(c)) {
      word += ascii_lower(c);
    } else {
      end_word();
    }
  }
  end_word();
  return words;
}

}  // namespace

SharedWords shared_words(std::string_view a, std::string_view b) {
  const std::set<std::string> left = telling_words(a);
  const std::set<std::string> right = telling_words(b);
  SharedWords words = {.shared = 0, .fewer = std::min(left.size(), right.size())};
  for (const std::string& word : left) words.shared += right.contains(word) ? 1 : 0;
  return words;
}

std::string bare_words(std::string_view text) {
  std::string bare;
  for (const char c : text) {
    if (is_word(c) || static_cast<unsigned char>(c) >= 0x80) bare += ascii_lower(c);
  }
  return bare;
}

bool bare_match(std::string_view a, std::string_view b) {
  if (a.size() < least_match || b.size() < least_match) return false;
  return a.find(b) != std::string_view::npos || b.find(a) != std::string_view::npos;
}

std::string slug_of(std::string_view text, std::size_t most) {
  std::string slug;
  for (const char c : text) {
    if (is_word(c)) {
      slug += ascii_lower(c);
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  if (slug.size() > most) slug.resize(most);
  while (slug.ends_with('-')) slug.pop_back();
  return slug;
}

}  // namespace tsg
