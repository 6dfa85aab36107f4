// SPDX-License-Identifier: MIT
#include "renderers/site/generic_words.h"

#include "engine/text/ascii.h"

namespace tsg {

namespace {

bool upper(char c) {
  return c >= 'A' && c <= 'Z';
}

// A capital alone goes with the word behind it: "VNet".
bool begins_word(std::string_view name, std::size_t at, std::size_t word_size) {
  if (at == 0 || !upper(name[at])) return false;
  const bool behind_lower = !upper(name[at - 1]);
  const bool before_lower = at + 1 < name.size() && !upper(name[at + 1]) && ascii_alpha(name[at + 1]);
  return behind_lower || (before_lower && word_size > 1);
}

// Abbreviations keep their capitals: more than one in a word.
std::string softened(std::string word) {
  std::size_t capitals = 0;
  for (const char c : word) capitals += upper(c) ? 1 : 0;
  return capitals > 1 ? word : ascii_lowered(word);
}

}  // namespace

std::string name_in_words(std::string_view placeholder) {
  std::string words;
  std::string word;
  const auto end_word = [&words, &word] {
    if (word.empty()) return;
    if (!words.empty()) words += ' ';
    words += softened(std::exchange(word, {}));
  };
  for (std::size_t at = 0; at < placeholder.size(); ++at) {
    const char c = placeholder[at];
    if (c == '_' || c == '-' || c == ' ' || c == '.' || begins_word(placeholder, at, word.size())) end_word();
    if (c != '_' && c != '-' && c != ' ' && c != '.') word += c;
  }
  end_word();
  return words;
}

FilledArticle generic_words(const CompiledArticle& article, const std::map<std::string, std::string>& words) {
  FilledArticle filled;
  for (const std::string& name : article.placeholders) {
    if (names_insight(name)) {
      filled.values.push_back({.placeholder = name});
      continue;
    }
    const auto own = words.find(ascii_lowered(name));
    filled.values.push_back({.placeholder = name,
                             .value = own == words.end() ? name_in_words(name) : own->second,
                             .origin = ValueOrigin::Default});
  }
  return filled;
}

}  // namespace tsg
