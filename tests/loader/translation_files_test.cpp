// SPDX-License-Identifier: MIT
// Where translations lie, and which locales a pack can have.
#include <catch2/catch.hpp>

#include "engine/diagnostics/locale_codes.h"
#include "engine/loader/pack_reader.h"
#include "engine/loader/translation_files.h"
#include "tests/loader/temporary_folder.h"

using namespace tsg;

TEST_CASE("a translation's path leads back to its original") {
  const auto [original, path] = GENERATE(table<std::string, std::string>({
      {"guides/vpn/summary.md", "guides/vpn/i18n/de/summary.md"},
      {"guides/vpn/steps/scope.md", "guides/vpn/i18n/de/steps/scope.md"},
      {"guides/vpn/outcomes/ask.md", "guides/vpn/i18n/de/outcomes/ask.md"},
      {"guides/shared/outcomes/ask.md", "guides/shared/outcomes/i18n/de/ask.md"},
      {"guides/articles/reset.md", "guides/articles/i18n/de/reset.md"},
      {"guides/articles/a/b/reset.md", "guides/articles/a/b/i18n/de/reset.md"},
  }));
  CHECK(translation_path(original, "de") == path);
  CHECK(place_of_translation(path) == TranslationPlace{original, "de"});
  CHECK(place_of_translation("/i18n/packs/p/" + path)->locale == "de");
}

TEST_CASE("what is no translation is none, wherever the pack lies") {
  const auto path = GENERATE(as<std::string>(), "guides/vpn/steps/i18n.md", "/i18n/guides/vpn/summary.md",
                             "rules/vpn/i18n/de/x.lua", "docs/i18n/de/x.md", "myguides/i18n/de/x.md");
  CHECK_FALSE(place_of_translation(path).has_value());
}

TEST_CASE("a locale names folders, so that it may be nothing but a language") {
  const auto [locale, usable] =
      GENERATE(table<std::string, bool>({{"de", true},
                                         {"pt-BR", true},
                                         {"zh-Hant-TW", true},
                                         {"fil", true},
                                         {"de-12345678-12345678-12345678-12345", true},
                                         {"de-12345678-12345678-12345678-123456", false},
                                         {"d", false},
                                         {"german", false},
                                         {"..", false},
                                         {"de/x", false},
                                         {"de-", false},
                                         {"all", false},
                                         {"", false}}));
  const TemporaryFolder folder;
  folder.write("tsg.toml", "format = 1\nid = \"p\"\nversion = \"1\"\ntitle = \"P\"\nlocales = [\"en\", \"" +
                               locale + "\"]\n");
  const PackReading reading = read_settings(folder.path());
  INFO(locale);
  CHECK((reading.pack.locales.size() == 2) == usable);
  CHECK(reading.diagnostics.empty() == usable);
  if (!usable) CHECK(reading.diagnostics[0].code == codes::locale_odd);
}
