// SPDX-License-Identifier: MIT
#include "renderers/site/site.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "renderers/site/link_end.h"
#include "renderers/site/page_key.h"
#include "renderers/site/portal_files.h"
#include "renderers/site/site_files.h"
#include "renderers/site/site_links.h"
#include "renderers/site/site_renderer.h"

namespace tsg {
namespace {

namespace fs = std::filesystem;

// A pack in a folder of its own.
class PackFolder {
 public:
  explicit PackFolder(const std::string& settings = "") : root_(fs::temp_directory_path() / "tsg-site-test") {
    fs::remove_all(root_);
    write("tsg.toml",
          "format = 1\nid = \"p\"\nversion = \"1\"\ntitle = \"Help\"\nclouds = [\"public\"]\n"
          "audiences = [\"customer\"]\nlocales = [\"en\"]\n" +
              settings);
  }
  ~PackFolder() { fs::remove_all(root_); }
  PackFolder(const PackFolder&) = delete;
  PackFolder& operator=(const PackFolder&) = delete;

  void write(const std::string& path, const std::string& bytes) const {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << bytes;
  }
  void article(const std::string& name, const std::string& body, const std::string& header = "") const {
    write("guides/articles/" + name + ".md",
          "<properties pageTitle=\"T " + name + "\" articleId=\"" + name + "\" selfHelpType=\"generic\" " +
              (header.empty() ? "service=\"microsoft.web\" cloudEnvironments=\"public\"" : header) +
              " />\n# Title " + name + "\n\n" + body + "\n");
  }
  std::string root() const { return root_.string(); }
  Site site(const SiteOptions& options = {}) const { return plan_site(read_site(root(), options), root()); }

 private:
  fs::path root_;
};

std::string render(const Site& site, const std::string& address) {
  Diagnostics diagnostics;
  const ReadyTheme theme = ready_theme(read_theme("/nowhere", diagnostics));
  REQUIRE(theme.diagnostics.empty());
  const SiteRenderer renderer(site, theme);
  for (const SitePage& page : site.pages) {
    if (page.address == address) return renderer.render(page);
  }
  return {};
}

TEST_CASE("every kind of page of the built-in theme renders whole") {
  PackFolder pack;
  pack.article("a", "## One\n\ntext\n\n## Two\n\ntext");
  const Site site = pack.site();
  for (const SitePage& page : site.pages) {
    const std::string bytes = render(site, page.address);
    CAPTURE(page.address);
    CHECK(bytes.starts_with("<!doctype html>"));
    CHECK(bytes.ends_with("</html>\n"));
  }
}

TEST_CASE("a link to another article's file leads to its page") {
  PackFolder pack;
  pack.article("a", "[b](b.md#two), [here](#one)\n\n## One");
  pack.article("b", "## Two");
  const Site site = pack.site();
  CHECK(check_links(site, pack.root()).empty());
  const std::string page = render(site, "articles/a.html");
  CHECK(page.find("<a href=\"b.html#two\">b</a>") != std::string::npos);
  CHECK(page.find("<a href=\"#one\">here</a>") != std::string::npos);
}

TEST_CASE("what leads nowhere is told with its place") {
  PackFolder pack;
  pack.article("a",
               "Some words, then "
               "[gone](gone.md).\n\n[up](../../../etc/passwd.md)\n\n[anchor](#On)\n\n![p](p.png)\n\n## On");
  const Diagnostics found = check_links(pack.site(), pack.root());
  REQUIRE(found.size() == 4);
  CHECK(found[0].code.id == "TSG742");
  CHECK(found[0].place.line == 4);
  CHECK(found[0].place.column == 25);
  CHECK(found[1].code.id == "TSG742");
  CHECK(found[2].code.id == "TSG743");
  CHECK(found[2].help == "did you mean `#on`?");
  CHECK(found[3].code.id == "TSG744");
}

TEST_CASE("a picture of the pack is copied under the name of its contents, what is no picture is not") {
  PackFolder pack;
  pack.write("guides/articles/p.png", "\x89PNG");
  pack.write("guides/articles/secret.txt", "secret");
  pack.article("a", "![p](p.png) ![s](secret.txt)");
  const Site site = pack.site();
  REQUIRE(site.pictures.size() == 1);
  const std::string address = site.pictures.begin()->second.address;
  CHECK(address.starts_with("assets/pictures/"));
  CHECK(render(site, "articles/a.html").find("<img src=\"../" + address + "\"") != std::string::npos);
}

TEST_CASE("what is for agents is in no page") {
  PackFolder pack;
  pack.article("a", "words\n\n<!-- audience: agent -->\nsecretword\n<!-- /audience -->");
  pack.write(
      "guides/articles/t.md",
      "<properties pageTitle=\"T\" articleId=\"t\" selfHelpType=\"TSG_Content\" />\n# T\n\nsecretword\n");
  const Site customers = pack.site();
  CHECK(customers.source.articles.size() == 1);
  CHECK(render(customers, "articles/a.html").find("secretword") == std::string::npos);
  CHECK(customers.source.articles[0]->terms.entries.find("secretword") == std::string::npos);
  for (const SiteFile& file : json_files(customers))
    CHECK(file.bytes.find("secretword") == std::string::npos);
  const Site agents = pack.site({.audience = Audience::Agent});
  CHECK(render(agents, "articles/a.html").find("secretword") != std::string::npos);
}

TEST_CASE("without facts a placeholder shows what the site or the article says") {
  const std::string body = "The gateway <!--$GatewayName-->[GatewayName]<!--/$GatewayName--> is ill.";
  SECTION("the author's default") {
    PackFolder pack;
    pack.article("a", body);
    CHECK(render(pack.site(), "articles/a.html").find("The gateway <bdi>GatewayName</bdi> is ill.") !=
          std::string::npos);
  }
  SECTION("generic words") {
    PackFolder pack("[site]\nplaceholders = \"generic\"\n");
    pack.article("a", body);
    CHECK(render(pack.site(), "articles/a.html").find(">gateway name<") != std::string::npos);
  }
  SECTION("words of the settings") {
    PackFolder pack("[site]\nplaceholders = \"generic\"\n[site.words]\nGatewayName = \"<yours>\"\n");
    pack.article("a", body);
    CHECK(render(pack.site(), "articles/a.html").find("&lt;yours&gt;") != std::string::npos);
  }
  SECTION("nothing, and the article is not published") {
    PackFolder pack("[site]\nplaceholders = \"refuse\"\n");
    pack.article("a", body);
    pack.article("b", body, "placeholders=\"default\"");
    const Site site = pack.site();
    CHECK(site.source.articles.size() == 1);
    REQUIRE(site.diagnostics.size() == 1);
    CHECK(site.diagnostics[0].code.id == "TSG747");
  }
}

TEST_CASE("clouds choose articles") {
  PackFolder pack;
  pack.article("a", "x", "cloudEnvironments=\"Public, fairfax\"");
  pack.article("b", "x", "cloudEnvironments=\"mooncake\"");
  CHECK(pack.site().source.articles.size() == 2);
  CHECK(pack.site({.clouds = {"fairfax", "usnat"}}).source.articles.size() == 1);
}

TEST_CASE("two articles that want one address both get a page") {
  PackFolder pack;
  pack.article("a b", "x");
  pack.article("a-b", "x");
  const Site site = pack.site();
  CHECK(site.article_addresses == std::vector<std::string>{"articles/a-b.html", "articles/a-b-2.html"});
  REQUIRE(site.diagnostics.size() == 1);
  CHECK(site.diagnostics[0].code.id == "TSG748");
}

TEST_CASE("an old id and an old heading go on to work") {
  PackFolder pack("[site.redirects]\n\"old\" = \"a\"\n\"a#before\" = \"a#now\"\n\"gone\" = \"nowhere\"\n");
  pack.article("a", "[x](#before)\n\n## Now");
  const Site site = pack.site();
  CHECK(check_links(site, pack.root()).empty());
  CHECK(render(site, "articles/old.html").find("content=\"0; url=a.html\"") != std::string::npos);
  CHECK(render(site, "articles/a.html").find("<span id=\"before\"></span><h2 id=\"now\">") !=
        std::string::npos);
  REQUIRE(site.diagnostics.size() == 1);
  CHECK(site.diagnostics[0].code.id == "TSG746");
}

TEST_CASE("a key is another where a page is another") {
  PackFolder pack;
  pack.article("a", "one");
  const auto key = [&pack] {
    const Site site = pack.site();
    for (const SitePage& page : site.pages) {
      if (page.kind == PageKind::Article) return page_key(site, "k", page);
    }
    return std::optional<Fingerprint>();
  };
  const auto before = key();
  REQUIRE(before);
  CHECK(key() == before);
  pack.article("a", "two");
  CHECK(key() != before);
}

TEST_CASE("a long list has sheets, each with its part") {
  PackFolder pack;
  for (int number = 0; number < 160; ++number) pack.article("n" + std::to_string(number), "x");
  const Site site = pack.site();
  const std::string first = render(site, "services/microsoft.web.html");
  const std::string second = render(site, "services/microsoft.web-2.html");
  const auto entries = [](const std::string& page) {
    std::size_t count = 0;
    for (std::size_t at = page.find("articles/n"); at != std::string::npos;
         at = page.find("articles/n", at + 1))
      ++count;
    return count;
  };
  CHECK(entries(first) == 150);
  CHECK(entries(second) == 10);
  CHECK(first.size() < 60000);
  CHECK(second.find("aria-current=\"page\">2<") != std::string::npos);
}

}  // namespace
}  // namespace tsg
