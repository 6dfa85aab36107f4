// SPDX-License-Identifier: MIT
#include "renderers/site/interface_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "engine/diagnostics/site_codes.h"
#include "engine/text/ascii.h"
#include "engine/text/suggestion.h"
#include "renderers/site/site_language.h"

namespace tsg {

InterfaceWords::InterfaceWords(std::string_view locale, std::span<const OwnWord> own) {
  for (const auto words : {english_words(), built_in_words(locale)}) {
    for (const InterfaceWord& word : words)
      words_.insert_or_assign(std::string(word.name), std::string(word.text));
  }
  for (const OwnWord& word : own) {
    const auto known = word.locale == locale ? words_.find(word.name) : words_.end();
    if (known != words_.end()) known->second = word.text;
  }
}

const std::string& InterfaceWords::of(std::string_view name) const {
  const auto found = words_.find(name);
  assert(found != words_.end());
  return found->second;
}

std::string InterfaceWords::filled(
    std::string_view name,
    std::initializer_list<std::pair<std::string_view, std::string_view>> values) const {
  std::string out;
  std::string_view rest = of(name);
  while (!rest.empty()) {
    const auto slot = [rest](const auto& value) {
      return rest.starts_with('{') && rest.substr(1).starts_with(value.first) &&
             rest.substr(1 + value.first.size()).starts_with('}');
    };
    const auto* const value = std::find_if(values.begin(), values.end(), slot);
    if (value != values.end()) {
      out += value->second;
      rest.remove_prefix(value->first.size() + 2);
      continue;
    }
    const std::size_t next = std::min(rest.find('{', 1), rest.size());
    out += rest.substr(0, next);
    rest.remove_prefix(next);
  }
  return out;
}

std::string InterfaceWords::of_type(std::string_view self_help_type) const {
  const auto found = words_.find("type_" + ascii_lowered(self_help_type));
  return found == words_.end() ? std::string(self_help_type) : found->second;
}

std::vector<std::string> interface_names() {
  std::vector<std::string> names;
  for (const InterfaceWord& word : english_words()) names.emplace_back(word.name);
  std::sort(names.begin(), names.end());
  return names;
}

Diagnostics check_interface(const SiteSettings& settings, const std::vector<std::string>& locales) {
  Diagnostics found;
  const std::vector<std::string> names = interface_names();
  const auto check = [&found](const OwnWord& word, const std::string& asked,
                              const std::vector<std::string>& known, std::string_view what) {
    if (std::find(known.begin(), known.end(), asked) != known.end()) return;
    const auto meant = nearest_name(asked, known);
    found.push_back(make_diagnostic(
        codes::site_setting_odd, word.place, fmt::format("`{}` is no {}", asked, what),
        meant ? fmt::format("did you mean `{}`?", *meant) : "docs/locales.md lists what can be named"));
  };
  for (const OwnWord& word : settings.interface) {
    check(word, word.locale, locales, "locale of the pack");
    check(word, word.name, names, "word of the interface");
  }
  return found;
}

std::span<const InterfaceWord> built_in_words(std::string_view locale) {
  const std::string_view language = language_of(locale);
  if (language == "ar") return arabic_words();
  if (language == "de") return german_words();
  if (language == "es") return spanish_words();
  if (language == "fr") return french_words();
  if (language == "ja") return japanese_words();
  return english_words();
}

}  // namespace tsg
