// SPDX-License-Identifier: MIT
// Where translations lie (docs/locales.md): an `i18n` folder within the guide, or beside free-standing
// articles and shared outcomes.
//
//   guides/vpn/steps/scope.md        guides/vpn/i18n/de/steps/scope.md
//   guides/articles/vpn/reset.md     guides/articles/vpn/i18n/de/reset.md
//   guides/shared/outcomes/ask.md    guides/shared/outcomes/i18n/de/ask.md
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/article.h"

namespace tsg {

inline constexpr std::size_t translation_digest_digits = 12;  // of the original's SHA-256, in `translates`

struct TranslationPlace {
  std::string original = {};  // where the original would be
  std::string locale = {};
  bool operator==(const TranslationPlace&) const = default;
};

// Empty for what is below no guide. Paths are relative to the pack's root.
std::string translation_path(std::string_view original, std::string_view locale);

// Nothing for a path that is below no `i18n` folder of `guides`. The path may begin outside the pack.
std::optional<TranslationPlace> place_of_translation(std::string_view path);

// The files of a folder that are no translations, however deep, sorted.
std::vector<std::string> originals_below(const std::string& root, const std::string& folder,
                                         std::string_view ending);
// Those that are.
std::vector<std::string> translations_below(const std::string& root, const std::string& folder,
                                            std::string_view ending);

// What `translates` must say for this original. REQUIRES: the article was read with its digest
std::string translation_digest(const Article& original);

// Makes an article of its own into the words of `original` in another language: its header keeps the title
// and the description, everything else is what the original's header says.
void become_translation(Article& words, const Article& original);

}  // namespace tsg
