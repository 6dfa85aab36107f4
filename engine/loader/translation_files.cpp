// SPDX-License-Identifier: MIT
#include "engine/loader/translation_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/loader/pack_files.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

constexpr std::string_view guides = "guides/";
constexpr std::string_view folder_of_translations = "/i18n/";
// What a translation says for itself; all else is the original's.
constexpr std::array<std::string_view, 4> own_keys = {"pageTitle", "description", "translates", "title"};

bool is_own(std::string_view key) {
  return std::any_of(own_keys.begin(), own_keys.end(),
                     [key](std::string_view own) { return equal_ignoring_case(own, key); });
}

// Behind the last folder called `guides`; npos when there is none.
std::size_t behind_guides(std::string_view path) {
  std::size_t at = path.rfind(guides);
  while (at != std::string_view::npos && at != 0 && path[at - 1] != '/') at = path.rfind(guides, at - 1);
  return at == std::string_view::npos ? at : at + guides.size();
}

enum class Wanted { Originals, Translations };

std::vector<std::string> files_of(const std::string& root, const std::string& folder, std::string_view ending,
                                  Wanted wanted) {
  std::vector<std::string> files = files_below(root, folder, ending);
  std::erase_if(files, [wanted](const std::string& path) {
    return place_of_translation(path).has_value() != (wanted == Wanted::Translations);
  });
  return files;
}

}  // namespace

std::string translation_path(std::string_view original, std::string_view locale) {
  if (!original.starts_with(guides)) return {};
  const bool beside = original.starts_with("guides/articles/") || original.starts_with("guides/shared/");
  const std::size_t folder = beside ? original.rfind('/') : original.find('/', guides.size());
  if (folder == std::string_view::npos) return {};
  return fmt::format("{}{}{}{}", original.substr(0, folder), folder_of_translations, locale,
                     original.substr(folder));
}

std::optional<TranslationPlace> place_of_translation(std::string_view path) {
  const std::size_t begin = behind_guides(path);
  if (begin == std::string_view::npos) return std::nullopt;
  const std::size_t folder = path.find(folder_of_translations, begin);
  if (folder == std::string_view::npos) return std::nullopt;
  const std::string_view rest = path.substr(folder + folder_of_translations.size());
  const std::size_t slash = rest.find('/');
  if (slash == std::string_view::npos) return TranslationPlace{};
  return TranslationPlace{fmt::format("{}{}", path.substr(0, folder), rest.substr(slash)),
                          std::string(rest.substr(0, slash))};
}

std::vector<std::string> originals_below(const std::string& root, const std::string& folder,
                                         std::string_view ending) {
  return files_of(root, folder, ending, Wanted::Originals);
}

std::vector<std::string> translations_below(const std::string& root, const std::string& folder,
                                            std::string_view ending) {
  return files_of(root, folder, ending, Wanted::Translations);
}

std::string translation_digest(const Article& original) {
  return original.digest.substr(0, translation_digest_digits);
}

void become_translation(Article& words, const Article& original) {
  std::vector<Property>& properties = words.header.properties;
  std::erase_if(properties, [](const Property& each) { return !is_own(each.key); });
  for (const Property& each : original.header.properties) {
    if (!is_own(each.key) || !words.property(each.key)) properties.push_back(each);
  }
  const std::optional<TranslationPlace> place = place_of_translation(words.path);
  const std::string_view translates = ascii_trimmed(words.property("translates").value_or(""));
  words.translation = {.original = original.path,
                       .locale = place ? place->locale : std::string(),
                       .stale = translates != translation_digest(original)};
}

}  // namespace tsg
