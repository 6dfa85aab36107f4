// SPDX-License-Identifier: MIT
#include "renderers/site/site_language.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tsg {

namespace {

struct LanguageName {
  std::string_view code = {};
  std::string_view name = {};
};

constexpr std::array<LanguageName, 28> languages = {
    {{"ar", "العربية"},    {"cs", "Čeština"},      {"da", "Dansk"},      {"de", "Deutsch"},
     {"el", "Ελληνικά"},   {"en", "English"},      {"es", "Español"},    {"fa", "فارسی"},
     {"fi", "Suomi"},      {"fr", "Français"},     {"he", "עברית"},      {"hi", "हिन्दी"},
     {"hu", "Magyar"},     {"id", "Indonesia"},    {"it", "Italiano"},   {"ja", "日本語"},
     {"ko", "한국어"},     {"nb", "Norsk bokmål"}, {"nl", "Nederlands"}, {"pl", "Polski"},
     {"pt", "Português"},  {"ru", "Русский"},      {"sv", "Svenska"},    {"tr", "Türkçe"},
     {"uk", "Українська"}, {"ur", "اردو"},         {"vi", "Tiếng Việt"}, {"zh", "中文"}}};

constexpr std::array<std::string_view, 4> from_right = {"ar", "fa", "he", "ur"};

}  // namespace

std::string_view language_of(std::string_view locale) {
  return locale.substr(0, locale.find('-'));
}

std::string_view direction_of(std::string_view locale) {
  const bool right = std::find(from_right.begin(), from_right.end(), language_of(locale)) != from_right.end();
  return right ? "rtl" : "ltr";
}

std::string name_of_locale(std::string_view locale) {
  const std::string_view code = language_of(locale);
  const auto* const found = std::find_if(languages.begin(), languages.end(),
                                         [code](const LanguageName& each) { return each.code == code; });
  if (found == languages.end()) return std::string(locale);
  if (code.size() == locale.size()) return std::string(found->name);
  return fmt::format("{} ({})", found->name, locale.substr(code.size() + 1));
}

}  // namespace tsg
