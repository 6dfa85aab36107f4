// SPDX-License-Identifier: MIT
#include "engine/markdown/cuts.h"

#include <algorithm>

#include "engine/text/ascii.h"

namespace tsg {

bool is_marker(CutKind kind) {
  switch (kind) {
    case CutKind::SectionBegin:
    case CutKind::SectionEnd:
    case CutKind::AgentBegin:
    case CutKind::AgentEnd:
      return true;
    case CutKind::Placeholder:
    case CutKind::Comment:
    case CutKind::Component:
    case CutKind::Forbidden:
      return false;
  }
  return false;
}

bool is_slot(CutKind kind) {
  return kind == CutKind::Placeholder || kind == CutKind::Component;
}

namespace {

// FNV-1a: any hash would do; it only has to scatter.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

std::string word_of(std::uint64_t hash) {
  // 'q' first and no digit in it: the word is read off unambiguously in front of a number.
  std::string word = "q";
  for (int letter = 0; letter < 9; ++letter) {
    word += static_cast<char>('a' + hash % 26);
    hash /= 26;
  }
  return word;
}

// The number at `at` with the closing `z` behind it.
std::optional<Keys::Found> read_key(std::string_view text, std::size_t begin, std::size_t at) {
  std::size_t number = 0;
  const std::size_t first_digit = at;
  for (; at < text.size() && ascii_digit(text[at]) && at - first_digit < 8; ++at) {
    number = number * 10 + static_cast<std::size_t>(text[at] - '0');
  }
  if (at == first_digit || at >= text.size() || text[at] != 'z') return std::nullopt;
  return Keys::Found{{begin, at + 1}, number};
}

}  // namespace

std::string default_of(const Cut& cut) {
  return cut.kind == CutKind::Placeholder ? cut.text : std::string();
}

Keys::Keys(std::string_view body) {
  std::uint64_t hash = hash_of(body);
  for (word_ = word_of(hash); body.find(word_) != std::string_view::npos; word_ = word_of(hash)) {
    hash = hash * 6364136223846793005ULL + 1442695040888963407ULL;
  }
}

std::string Keys::key(std::size_t cut) const {
  return word_ + std::to_string(cut) + "z";
}

std::optional<Keys::Found> Keys::find(std::string_view text, std::size_t from, std::size_t cuts) const {
  for (std::size_t at = text.find(word_, from); at != std::string_view::npos; at = text.find(word_, at + 1)) {
    const std::optional<Found> found = read_key(text, at, at + word_.size());
    if (found && found->cut < cuts) return found;
  }
  return std::nullopt;
}

std::size_t PreparedBody::body_offset(std::size_t prepared_offset) const {
  auto step = std::upper_bound(steps.begin(), steps.end(), prepared_offset,
                               [](std::size_t offset, const auto& entry) { return offset < entry.first; });
  if (step == steps.begin()) return prepared_offset;
  --step;
  return step->second + (prepared_offset - step->first);
}

}  // namespace tsg
