// SPDX-License-Identifier: MIT
#include "renderers/search/stem_word.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace tsg {
namespace {

using Word = std::u16string_view;

struct Ending {
  Word from = {};
  Word to = {};
};

constexpr std::array<Ending, 21> second_step = {{
    {u"ational", u"ate"}, {u"tional", u"tion"}, {u"enci", u"ence"}, {u"anci", u"ance"}, {u"izer", u"ize"},
    {u"bli", u"ble"},     {u"alli", u"al"},     {u"entli", u"ent"}, {u"eli", u"e"},     {u"ousli", u"ous"},
    {u"ization", u"ize"}, {u"ation", u"ate"},   {u"ator", u"ate"},  {u"alism", u"al"},  {u"iveness", u"ive"},
    {u"fulness", u"ful"}, {u"ousness", u"ous"}, {u"aliti", u"al"},  {u"iviti", u"ive"}, {u"biliti", u"ble"},
    {u"logi", u"log"},
}};
constexpr std::array<Ending, 7> third_step = {{
    {u"icate", u"ic"},
    {u"ative", u""},
    {u"alize", u"al"},
    {u"iciti", u"ic"},
    {u"ical", u"ic"},
    {u"ful", u""},
    {u"ness", u""},
}};
constexpr std::array<Ending, 18> fourth_step = {{
    {u"al"},
    {u"ance"},
    {u"ence"},
    {u"er"},
    {u"ic"},
    {u"able"},
    {u"ible"},
    {u"ant"},
    {u"ement"},
    {u"ment"},
    {u"ent"},
    {u"ou"},
    {u"ism"},
    {u"ate"},
    {u"iti"},
    {u"ous"},
    {u"ive"},
    {u"ize"},
}};

bool is_one_of(char16_t character, Word set) {
  return set.find(character) != Word::npos;
}
bool is_vowel(char16_t character) {
  return is_one_of(character, u"aeiou");
}
bool is_vowel_or_y(char16_t character) {
  return is_one_of(character, u"aeiouy");
}

// How a stem reads as [C]VCVC..., where a `y` may be either: the set of states in which a reader of that
// pattern can be. States: 1 leading consonants, 2 first vowels, 3 consonants after them, 4 second vowels,
// 5 consonants after those; 0 before the first character.
struct Shape {
  unsigned seen = 1;  // bit N: state N was reached
  unsigned last = 1;  // bit N: state N holds at the end
};

unsigned next_states(unsigned states, char16_t character) {
  const bool vowel = is_vowel(character);
  const bool vowel_or_y = is_vowel_or_y(character);
  unsigned next = 0;
  if (vowel_or_y) next |= ((states & 0b000011U) != 0 ? 0b000100U : 0U) | ((states & 0b001000U) << 1U);
  if (vowel) next |= states & 0b010100U;
  if (!vowel_or_y) next |= states & 0b001010U;
  if (!vowel) next |= ((states & 0b000001U) | (states & 0b010100U)) << 1U;
  return next;
}

Shape shape(Word stem) {
  Shape found;
  for (const char16_t character : stem) {
    found.last = next_states(found.last, character);
    found.seen |= found.last;
  }
  return found;
}

bool has_vowel(Word stem) {
  return (shape(stem).seen & 0b000100U) != 0;
}
bool measures_over_0(Word stem) {
  return (shape(stem).seen & 0b001000U) != 0;
}
bool measures_over_1(Word stem) {
  return (shape(stem).seen & 0b100000U) != 0;
}
bool measures_1(Word stem) {
  return (shape(stem).last & 0b011000U) != 0;
}

// Consonants, one vowel, one consonant that is not w or x: `hop`, `fil`.
bool is_short(Word word) {
  const std::size_t size = word.size();
  if (size < 3 || is_vowel(word[0]) || !is_vowel_or_y(word[size - 2])) return false;
  if (is_one_of(word[size - 1], u"aeiouwxy")) return false;
  for (const char16_t character : word.substr(1, size - 3)) {
    if (is_vowel_or_y(character)) return false;
  }
  return true;
}

bool is_doubled(Word word) {
  const std::size_t size = word.size();
  return size >= 2 && word[size - 1] == word[size - 2] && !is_one_of(word[size - 1], u"aeiouylsz");
}

// What stands before `ending`; nothing when the word does not end so or is nothing else.
std::optional<Word> before(Word word, Word ending) {
  if (word.size() <= ending.size() || !word.ends_with(ending)) return std::nullopt;
  return word.substr(0, word.size() - ending.size());
}

// The longest of the endings that leaves a stem.
const Ending* longest_ending(Word word, std::span<const Ending> endings) {
  const Ending* best = nullptr;
  for (const Ending& ending : endings) {
    if (!before(word, ending.from) || (best != nullptr && best->from.size() > ending.from.size())) continue;
    best = &ending;
  }
  return best;
}

void cut_plural(std::u16string& word) {
  if (before(word, u"sses") || before(word, u"ies")) return word.resize(word.size() - 2);
  if (word.size() >= 3 && word.back() == u's' && word[word.size() - 2] != u's') word.pop_back();
}

void mend_after_past(std::u16string& word) {
  if (word.ends_with(u"at") || word.ends_with(u"bl") || word.ends_with(u"iz")) return word.push_back(u'e');
  if (is_doubled(word)) return word.pop_back();
  if (is_short(word)) word.push_back(u'e');
}

void cut_past(std::u16string& word) {
  if (const auto stem = before(word, u"eed")) {
    if (measures_over_0(*stem)) word.pop_back();
    return;
  }
  auto stem = before(word, u"ed");
  if (!stem) stem = before(word, u"ing");
  if (!stem || !has_vowel(*stem)) return;
  word.resize(stem->size());
  mend_after_past(word);
}

void soften_y(std::u16string& word) {
  if (word.size() >= 3 && word.back() == u'y' && !is_vowel(word[word.size() - 2])) word.back() = u'i';
}

void replace_ending(std::u16string& word, std::span<const Ending> endings) {
  const Ending* ending = longest_ending(word, endings);
  if (ending == nullptr) return;
  const std::size_t stem = word.size() - ending->from.size();
  if (!measures_over_0(Word(word).substr(0, stem))) return;
  word.replace(stem, Word::npos, ending->to);
}

void cut_ending(std::u16string& word) {
  std::optional<Word> stem;
  if (const Ending* ending = longest_ending(word, fourth_step)) {
    stem = before(word, ending->from);
  } else if (const auto rest = before(word, u"ion");
             rest && rest->size() >= 2 && is_one_of(rest->back(), u"st")) {
    stem = rest;
  }
  if (stem && measures_over_1(*stem)) word.resize(stem->size());
}

void cut_last_e(std::u16string& word) {
  const auto stem = before(word, u"e");
  if (stem && (measures_over_1(*stem) || (measures_1(*stem) && !is_short(*stem)))) word.pop_back();
  if (word.ends_with(u"ll") && measures_over_1(word)) word.pop_back();
}

}  // namespace

std::u16string stem_word(std::u16string word) {
  if (word.size() < 3) return word;
  const bool begins_with_y = word.front() == u'y';
  if (begins_with_y) word.front() = u'Y';  // a consonant there
  cut_plural(word);
  cut_past(word);
  soften_y(word);
  replace_ending(word, second_step);
  replace_ending(word, third_step);
  cut_ending(word);
  cut_last_e(word);
  if (begins_with_y) word.front() = u'y';
  return word;
}

}  // namespace tsg
