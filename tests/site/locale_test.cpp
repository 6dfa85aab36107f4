// SPDX-License-Identifier: MIT
// A site in several languages: what is translated, what falls back, what a second build must notice.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include "engine/diagnostics/locale_codes.h"
#include "engine/diagnostics/text_form.h"
#include "engine/text/digest.h"
#include "renderers/site/site_files.h"
#include "renderers/site/site_languages.h"
#include "renderers/site/site_renderer.h"
#include "renderers/site/site_search.h"
#include "tests/loader/temporary_folder.h"

using namespace tsg;

namespace {

const std::string article_path = "guides/articles/vpn/reset.md";
const std::string translation = "guides/articles/vpn/i18n/de/reset.md";

std::string header(const std::string& id, const std::string& more) {
  return "<properties articleId=\"" + id + "\" pageTitle=\"T\" description=\"D\" " + more + "/>\n";
}

const std::string original =
    header("reset", "selfHelpType=\"generic\" service=\"net\" cloudEnvironments=\"public\" ") +
    "# Reset it\n\nPress the button. See [other](other.md).\n";

std::string digest_of(const std::string& text) {
  return sha256_hex(text).substr(0, 12);
}

std::string german(const std::string& digest, const std::string& words) {
  return header("reset", "translates=\"" + digest + "\" ") + "# Setzen Sie es zurück\n\n" + words + "\n";
}

class LocalePack {
 public:
  LocalePack() {
    write("tsg.toml",
          "format = 1\nid = \"p\"\nversion = \"1\"\ntitle = \"P\"\nlocales = [\"en\", \"de\", "
          "\"ar\"]\n[site]\naddress = "
          "\"https://help.example\"\n[site.interface.de]\nskip = \"Los\"\n");
    write(article_path, original);
    write("guides/articles/vpn/other.md",
          header("other", "selfHelpType=\"generic\" ") + "# Other\n\nWords.\n");
    write(translation, german(digest_of(original), "Drücken Sie. Siehe [anderes](../../other.md)."));
    write("guides/g/guide.toml",
          "format = 1\nid = \"g\"\nversion = \"1\"\npublish = true\ntitle = \"Guide\"\nstart = "
          "\"s\"\n[steps.s]\nnext.yes = "
          "\"outcome:o\"\nnext.no = \"outcome:o\"\n");
    const std::string issue = "<!--issueDescription-->\nWe look.\n<!--/issueDescription-->\n";
    const std::string step =
        header("gs", "selfHelpType=\"TSG_Content\" ") + "# Is it on?\n\n" + issue +
        "\n## Answers\n\n- **yes**: It is\n- **no**: It is not\n\n## How\n\nFor agents only.\n";
    write("guides/g/steps/s.md", step);
    write("guides/g/outcomes/o.md", header("go", "selfHelpType=\"diagnostics\" ") + "# Switch it\n\nDo.\n");
    write("guides/g/i18n/de/steps/s.md",
          header("gs", "translates=\"" + digest_of(step) + "\" ") +
              "# Ist es an?\n\n<!--issueDescription-->\nWir sehen nach.\n"
              "<!--/issueDescription-->\n\n## Answers\n\n- **yes**: Ja\n\n## Nur für uns\n\nGeheim.\n");
  }

  void write(const std::string& path, const std::string& text) const {
    const std::filesystem::path full = root() + "/" + path;
    std::filesystem::create_directories(full.parent_path());
    std::ofstream(full, std::ios::binary) << text;
  }
  void remove(const std::string& path) const { std::filesystem::remove(root() + "/" + path); }
  std::string root() const { return folder_.path(); }

 private:
  TemporaryFolder folder_ = {};
};

using Files = std::map<std::string, std::string>;

Files files_of(const SiteReading& reading, const std::string& root) {
  Diagnostics problems;
  const ReadyTheme theme = ready_theme(read_theme(root, problems));
  append(problems, theme.diagnostics);
  for (const Diagnostic& each : problems) UNSCOPED_INFO(to_text(each, Colour::Never));
  REQUIRE(problems.empty());
  Files files;
  for (const Site& site : reading.sites) {
    SiteRenderer renderer(site, theme);
    renderer.set_search_index(make_site_search(site));
    for (const SitePage& page : site.pages)
      files[address_from_root(site, page.address)] = renderer.render(page);
    for (const SiteFile& file : other_files(site, renderer))
      files[address_from_root(site, file.address)] = file.bytes;
  }
  return files;
}

Files build(const LocalePack& pack, const std::string& locale = "") {
  SiteOptions options;
  options.locale = locale;
  const std::string root = pack.root();
  return files_of(read_sites(root, options), root);
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a translated article stands below its locale, with the original's group and links to pages") {
  const std::string page = build(LocalePack()).at("de/articles/reset.html");
  CHECK(has(page, "<html lang=\"de\" dir=\"ltr\">"));
  CHECK(has(page, "Setzen Sie es zurück"));
  CHECK(has(page, "href=\"other.html\">anderes"));
  CHECK(has(page, "services/net.html"));
  CHECK_FALSE(has(page, "noch nicht übersetzt"));
}

TEST_CASE("an article without a translation shows the original's words, marked, and a notice") {
  const Files files = build(LocalePack());
  const std::string& page = files.at("de/articles/other.html");
  CHECK(has(page, "Diese Seite ist noch nicht übersetzt."));
  CHECK(has(page, "<span lang=\"en\" dir=\"ltr\">Other</span></h1>"));
  CHECK(page.find("<p>Words.</p>") > page.find("<div lang=\"en\" dir=\"ltr\">"));
  CHECK_FALSE(has(files.at("articles/other.html"), "<div lang="));
}

TEST_CASE("a translation older than its original says so and leads to the original") {
  const LocalePack pack;
  pack.write(article_path, original + "\nMore.\n");
  const std::string page = build(pack).at("de/articles/reset.html");
  CHECK(has(page,
            "Das Original wurde seit dieser Übersetzung geändert. <a href=\"../../articles/reset.html\">"));
  CHECK(has(page, "Setzen Sie es zurück"));
}

TEST_CASE("a step keeps its answers' ways, and an answer without words has the original's") {
  const Files files = build(LocalePack());
  const std::string& page = files.at("de/guides/g/s.html");
  CHECK(has(page, "Ist es an?"));
  CHECK(has(page, "data-answer=\"yes\">Ja</a>"));
  CHECK(has(page, "data-answer=\"no\">It is not</a>"));
  CHECK_FALSE(has(page, "Geheim"));
  CHECK(has(files.at("guides/g/s.html"), "data-answer=\"yes\">It is</a>"));
}

TEST_CASE("languages lead to each other, by host only when there is one, and Arabic runs from the right") {
  const Files files = build(LocalePack());
  const std::string& page = files.at("ar/articles/reset.html");
  CHECK(has(page, "<html lang=\"ar\" dir=\"rtl\">"));
  CHECK(has(page, "<a href=\"../../de/articles/reset.html\" hreflang=\"de\""));
  CHECK(has(page, "hreflang=\"en\" href=\"https://help.example/articles/reset.html\""));
  CHECK(has(page, "rel=\"canonical\" href=\"https://help.example/ar/articles/reset.html\""));
  CHECK(has(files.at("robots.txt"), "https://help.example/de/sitemap.xml"));
  CHECK(files.find("de/robots.txt") == files.end());
}

TEST_CASE("every link of every language leads to a file") {
  const Files files = build(LocalePack());
  const std::regex link("(?:href|src)=\"([^\"#?:]+)[\"#?]");
  for (const auto& [address, bytes] : files) {
    if (!address.ends_with(".html")) continue;
    for (auto at = std::sregex_iterator(bytes.begin(), bytes.end(), link); at != std::sregex_iterator();
         ++at) {
      const auto to = (std::filesystem::path(address).parent_path() / (*at)[1].str()).lexically_normal();
      INFO(address << " -> " << to);
      CHECK(files.find(to.string()) != files.end());
    }
  }
}

TEST_CASE("one locale alone stands at the root") {
  const Files files = build(LocalePack(), "de");
  CHECK(has(files.at("articles/reset.html"), "Setzen Sie es zurück"));
  CHECK_FALSE(has(files.at("articles/reset.html"), "hreflang"));
  CHECK(files.find("de/index.html") == files.end());
}

TEST_CASE("a locale that the pack has not is refused with the one that was meant") {
  const LocalePack pack;
  const std::string root = pack.root();
  SiteOptions options;
  options.locale = "dee";
  const SiteReading reading = read_sites(root, options);
  CHECK(reading.sites.empty());
  REQUIRE(reading.diagnostics.size() == 1);
  CHECK(reading.diagnostics[0].code == codes::locale_unknown);
  CHECK(reading.diagnostics[0].help == "did you mean `de`?");
}

TEST_CASE("a pack's own words come before the built-in ones, in their language only") {
  const Files files = build(LocalePack());
  CHECK(has(files.at("de/index.html"), ">Los</a>"));
  CHECK(has(files.at("index.html"), ">Skip to the content</a>"));
}

TEST_CASE("a build that remembers gives what a clean one gives, whichever file changed") {
  const LocalePack pack;
  const std::string root = pack.root();
  const auto change =
      GENERATE(as<std::string>(), "nothing", "translation", "original", "both", "removed", "header");
  const SiteReading first = read_sites(root, {});
  // As if the first reading had begun long after the files were written.
  const SiteMemory memory("", first.remembered, first.begun_ns + 3'600'000'000'000);
  REQUIRE(first.remembered.count(translation) + first.remembered.count("other " + translation) == 1);
  if (change == "translation" || change == "both")
    pack.write(translation, german(digest_of(original), "Ganz neu."));
  if (change == "original" || change == "both") pack.write(article_path, original + "\nMore.\n");
  if (change == "removed") pack.remove(translation);
  if (change == "header") {
    std::string moved = original;
    moved.replace(moved.find("\"net\""), 5, "\"sky\"");
    pack.write(article_path, moved);
  }
  SiteOptions options;
  options.memory = &memory;
  const SiteReading again = read_sites(root, options);
  CHECK(again.sites[1].source.reused > 0);
  CHECK(files_of(again, root) == build(pack));
}

TEST_CASE("every built-in language has the English names, and in each text the English slots") {
  const std::regex slot("\\{[a-z]+\\}");
  const auto slots = [&slot](std::string_view text) {
    const std::string whole(text);
    std::multiset<std::string> found;
    for (auto at = std::sregex_iterator(whole.begin(), whole.end(), slot); at != std::sregex_iterator(); ++at)
      found.insert(at->str());
    return found;
  };
  for (const std::string locale : {"ar", "de", "es", "fr", "ja"}) {
    const auto words = built_in_words(locale);
    REQUIRE(words.size() == english_words().size());
    for (std::size_t at = 0; at < words.size(); ++at) {
      INFO(locale << " " << words[at].name);
      CHECK(words[at].name == english_words()[at].name);
      CHECK_FALSE(words[at].text.empty());
      CHECK(slots(words[at].text) == slots(english_words()[at].text));
    }
  }
}

TEST_CASE("a slot is filled once, whatever its value says") {
  const InterfaceWords words("de");
  CHECK(words.filled("titled_page", {{"title", "{number}"}, {"number", "2"}}) == "{number}, Seite 2");
  CHECK(InterfaceWords("de-AT").of("start") == words.of("start"));
  CHECK(InterfaceWords("nl").of("start") == "Start");
}
