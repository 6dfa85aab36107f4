// SPDX-License-Identifier: MIT
#include "renderers/site/site_memory.h"

#include <catch2/catch.hpp>

namespace tsg {
namespace {

std::shared_ptr<const PublishedArticle> sample_article() {
  PublishedArticle article = {.path = "guides/articles/a.md", .id = "a", .type = "generic", .title = "A & b"};
  article.title_html = "A &amp; b";
  article.topics = {"1", "2"};
  article.clouds = {"public"};
  article.retired = true;
  article.html = "<h2 id=\"x\">X</h2><p><a href=\"b.md\">b</a></p>";
  article.places = places_of(article.html);
  article.excerpt = "X b";
  article.terms = count_terms({.title = "A & b", .text = "X b wörter"}, SearchLanguage::English);
  return std::make_shared<const PublishedArticle>(std::move(article));
}

constexpr FileStamp stamp = {7, 123, 1'000'000'000'000, 1'000'000'000'000};
constexpr std::int64_t later = 2'000'000'000'000;

std::map<std::string, RememberedArticle, std::less<>> two_files() {
  return {{"guides/articles/a.md", {stamp, sample_article()}}, {"guides/articles/form.md", {stamp, nullptr}}};
}

TEST_CASE("what a build wrote down the next one finds") {
  const SiteMemory memory("p", SiteMemory("p", two_files(), later).bytes());
  const RememberedArticle* const found = memory.find("guides/articles/a.md", stamp);
  REQUIRE(found != nullptr);
  CHECK(*found->article == *sample_article());
  const RememberedArticle* const form = memory.find("guides/articles/form.md", stamp);
  REQUIRE(form != nullptr);
  CHECK(form->article == nullptr);
}

TEST_CASE("a file that is another now is not found") {
  const SiteMemory memory("p", SiteMemory("p", two_files(), later).bytes());
  for (const FileStamp& other : {FileStamp{8, 123, stamp.modified_ns, stamp.changed_ns},
                                 FileStamp{7, 124, stamp.modified_ns, stamp.changed_ns},
                                 FileStamp{7, 123, stamp.modified_ns + 1, stamp.changed_ns},
                                 FileStamp{7, 123, stamp.modified_ns, stamp.changed_ns + 1}}) {
    CHECK(memory.find("guides/articles/a.md", other) == nullptr);
  }
  CHECK(memory.find("guides/articles/b.md", stamp) == nullptr);
}

TEST_CASE("what was written while a build ran is not remembered") {
  const SiteMemory memory("p", two_files(), stamp.changed_ns + 1'000'000);
  CHECK(memory.find("guides/articles/a.md", stamp) == nullptr);
}

TEST_CASE("a memory for another purpose is empty") {
  CHECK(SiteMemory("q", SiteMemory("p", two_files(), later).bytes()).find("guides/articles/a.md", stamp) ==
        nullptr);
}

TEST_CASE("a memory that was cut off or changed gives what was written or nothing, and never crashes") {
  const std::string bytes = SiteMemory("p", two_files(), later).bytes();
  for (std::size_t size = 0; size < bytes.size(); ++size)
    CHECK(SiteMemory("p", bytes.substr(0, size)).find("guides/articles/a.md", stamp) == nullptr);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0xFF);
    SiteMemory("p", changed).find("guides/articles/a.md", stamp);
  }
}

}  // namespace
}  // namespace tsg
