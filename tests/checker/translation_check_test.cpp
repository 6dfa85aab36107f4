// SPDX-License-Identifier: MIT
// Each finding about translations on a small pack.
#include <catch2/catch.hpp>

#include "engine/checker/content_check.h"
#include "engine/checker/translation_check.h"
#include "engine/diagnostics/lint_codes.h"
#include "engine/diagnostics/locale_codes.h"
#include "engine/text/digest.h"
#include "tests/checker/folder_pack.h"

using namespace tsg;
using namespace tsg::test;

namespace {

const std::string step = "guides/ladder/steps/s0.md";
const std::string german_step = "guides/ladder/i18n/de/steps/s0.md";
const std::string german_outcome = "guides/ladder/i18n/de/outcomes/o0.md";

std::string words_of(const Texts& texts, const std::string& original, const std::string& id,
                     const std::string& body) {
  return fmt::format("<properties articleId=\"{}\" translates=\"{}\" />\n# Wort\n\n{}\n", id,
                     sha256_hex(texts.at(original)).substr(0, 12), body);
}

// Guide `ladder`, published, its step translated whole.
Texts published() {
  Texts texts = ladder(1);
  texts["tsg.toml"] += "locales = [\"en\", \"de\"]\n";
  texts["guides/ladder/guide.toml"] =
      replaced(texts["guides/ladder/guide.toml"], "start =", "publish = true\nstart =");
  texts[german_step] = words_of(texts, step, "ls0", "## Answers\n\n- **yes**: Ja\n- **no**: Nein");
  return texts;
}

Diagnostics checked(const Texts& texts) {
  const FolderPack pack(texts);
  return check_translations(read_pack(pack.root()).pack);
}

Diagnostic one(const Diagnostics& diagnostics, const Code& code) {
  INFO(told(diagnostics));
  const Diagnostic* found = find(diagnostics, code);
  REQUIRE(found != nullptr);
  return *found;
}

}  // namespace

TEST_CASE("a pack of one language has nothing to translate") {
  CHECK(told(checked(ladder(2))) == "");
}

TEST_CASE("what a published guide lacks is listed once a locale") {
  const Diagnostics found = checked(published());
  CHECK(found.size() == 1);
  CHECK(one(found, codes::translation_missing).message ==
        "2 of 3 articles of guide `ladder` have no words in `de`: outcomes/k0.md, outcomes/o0.md");
  Texts texts = published();
  texts["guides/ladder/guide.toml"] = replaced(texts["guides/ladder/guide.toml"], "publish = true\n", "");
  CHECK(told(checked(texts)) == "");
}

TEST_CASE("of a long list twelve files are named, and the rest is counted") {
  Texts texts = ladder(5);
  texts["tsg.toml"] += "locales = [\"en\", \"de\"]\n";
  texts["guides/ladder/guide.toml"] =
      replaced(texts["guides/ladder/guide.toml"], "start =", "publish = true\nstart =");
  const std::string message = one(checked(texts), codes::translation_missing).message;
  CHECK(message.starts_with("15 of 15 articles"));
  CHECK(std::count(message.begin(), message.end(), ',') == 11);
  CHECK(message.ends_with(" and 3 more"));
}

TEST_CASE("a changed original makes its translation stale, and the help says what to write") {
  Texts texts = published();
  texts[step] += "\nMore.\n";
  const Diagnostic stale = one(checked(texts), codes::translation_stale);
  CHECK(stale.place.file == german_step);
  CHECK(stale.help.find(sha256_hex(texts[step]).substr(0, 12)) != std::string::npos);
}

TEST_CASE("a translation of nothing, and one for no locale, are errors with the name that was meant") {
  Texts texts = published();
  texts["guides/ladder/i18n/de/steps/s00.md"] = texts[german_step];
  CHECK(one(checked(texts), codes::translation_orphaned).help ==
        "did you mean guides/ladder/i18n/de/steps/s0.md?");
  texts = published();
  texts["guides/ladder/i18n/dee/steps/s0.md"] = texts[german_step];
  CHECK(one(checked(texts), codes::locale_unknown).help == "did you mean `de`?");
  texts = published();
  texts["guides/ladder/i18n/en/steps/s0.md"] = texts[german_step];
  CHECK(one(checked(texts), codes::locale_unknown).message.find("first locale") != std::string::npos);
}

TEST_CASE("options are worded by their ids: an unknown one is an error, a missing one falls back") {
  Texts texts = published();
  texts[german_step] = words_of(texts, step, "ls0", "## Answers\n\n- **yes**: Ja\n- **noo**: Nein");
  const Diagnostics found = checked(texts);
  const Diagnostic unknown = one(found, codes::translation_option_unknown);
  CHECK(unknown.help == "did you mean `no`?");
  CHECK(unknown.place.line == 7);
  CHECK(one(found, codes::translation_option_missing).message.find("`no`") != std::string::npos);
}

TEST_CASE("a placeholder that the original has not is an error at its place") {
  Texts texts = published();
  texts[german_outcome] = words_of(texts, "guides/ladder/outcomes/o0.md", "lo0",
                                   slot("House") + " " + slot("V0x") + " " + slot("V0y"));
  const Diagnostics found = checked(texts);
  const Diagnostic strange = one(found, codes::translation_placeholder_new);
  CHECK(strange.message.find("`V0y`") != std::string::npos);
  CHECK(strange.help == "did you mean `V0x`?");
  CHECK(strange.place.line == 4);
}

TEST_CASE("a translation has its original's id, and is no twin of it") {
  Texts texts = published();
  texts[german_step] = words_of(texts, step, "other", "## Answers\n\n- **yes**: Ja\n- **no**: Nein");
  CHECK(one(checked(texts), codes::translation_id_differs).help == "write `articleId=\"ls0\"`");
  texts = published();
  const FolderPack pack(texts);
  const auto articles = check_files({pack.root() + "/" + step, pack.root() + "/" + german_step}, 1);
  const std::vector<Diagnostics> found = check_together(articles, {});
  for (const Diagnostic& each : found[1]) CHECK(each.code.id.substr(0, 5) != "TSG17");
  CHECK(told(read_pack(pack.root()).diagnostics) == "");
}

TEST_CASE("a free-standing article without a translation is only told") {
  Texts texts = published();
  texts["guides/articles/a.md"] = article("generic", "a", "A");
  const Diagnostic untold = one(checked(texts), codes::article_untranslated);
  CHECK(untold.severity == Severity::Info);
  CHECK(untold.help == "write guides/articles/i18n/de/a.md");
}
