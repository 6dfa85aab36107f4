// SPDX-License-Identifier: MIT
#include "engine/loader/locale_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/locale_codes.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

constexpr std::size_t most_locale_bytes = 35;  // what RFC 5646 (4.4.1) asks programs to hold at least

bool is_language(std::string_view word) {
  return (word.size() == 2 || word.size() == 3) && std::all_of(word.begin(), word.end(), ascii_alpha);
}

bool is_part(std::string_view word) {
  const auto plain = [](char c) { return ascii_alpha(c) || ascii_digit(c); };
  return !word.empty() && word.size() <= 8 && std::all_of(word.begin(), word.end(), plain);
}

bool is_locale(std::string_view locale) {
  const std::size_t hyphen = std::min(locale.find('-'), locale.size());
  // `all` is a folder of every site.
  if (!is_language(locale.substr(0, hyphen)) || locale == "all" || locale.size() > most_locale_bytes)
    return false;
  for (std::size_t at = hyphen; at < locale.size();) {
    const std::size_t next = std::min(locale.find('-', at + 1), locale.size());
    if (!is_part(locale.substr(at + 1, next - at - 1))) return false;
    at = next;
  }
  return true;
}

}  // namespace

std::vector<std::string> read_locales(TomlDocument& document, const toml::table& root) {
  std::vector<std::string> locales;
  for (const std::string& locale :
       document.strings_of(root, "locales").value_or(std::vector<std::string>())) {
    const bool known = std::find(locales.begin(), locales.end(), locale) != locales.end();
    if (is_locale(locale) && !known) {
      locales.push_back(locale);
      continue;
    }
    document.report(codes::locale_odd, root.get("locales")->source(),
                    known ? fmt::format("the locale `{}` is named twice", locale)
                          : fmt::format("`{}` is no locale", locale),
                    known ? "name it once" : "write a language such as `de` or `pt-BR`");
  }
  return locales;
}

}  // namespace tsg
