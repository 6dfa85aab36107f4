// SPDX-License-Identifier: MIT
// Real articles, read whole and after damage. They lie outside the repository: TSG_SHARED_DATA names their
// folder.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <random>

#include "engine/loader/article_reader.h"
#include "engine/loader/includes.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"

using namespace tsg;

namespace {

std::vector<std::string> files_below(const std::string& part) {
  const char* root = std::getenv("TSG_SHARED_DATA");
  std::vector<std::string> files;
  if (root == nullptr) {
    WARN("TSG_SHARED_DATA is absent: no real articles are read");
    return files;
  }
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(root) + "/" + part)) {
    if (entry.is_regular_file()) files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string bytes_of(const std::string& path) {
  Result<std::string> bytes = read_file(path, limits::article_bytes);
  REQUIRE(bytes.ok());
  return std::move(bytes).value();
}

const std::vector<std::string>& built_in() {
  static const std::vector<std::string> articles = {
      "\xEF\xBB\xBF<properties\n\ta=\"1\"\n\tb='2' />\n# "
      "T\n<!--issueDescription-->**<!--$A-->[A]<!--/$A-->**<!--/issueDescription-->\n",
      "---\ntitle: x\ntags:\n - a\n---\n# T\n\n| a | b |\n|---|---|\n| [x](y) | z |\n\n> ![i](j)\n",
      "<properties a=\"1\" />\n# T\n---\n{\"a\": [1, 2]}\n---\n",
      "<properties a=\"caf\xE9\" />\n<!-- include: b.md -->\n```\ncode\n```\n",
  };
  return articles;
}

void check_ranges(const Article& article) {
  const auto within = [&](ByteRange range) { return range.begin <= range.end && range.end <= article.bytes; };
  CHECK(within(article.header.range));
  for (const Placeholder& placeholder : article.placeholders) CHECK(within(placeholder.range));
  for (const Section& section : article.sections) CHECK((within(section.range) && within(section.text)));
  if (article.json_body) CHECK(within(article.json_body->text));
}

void read_all_of_it(const std::string& bytes) {
  const ArticleReading reading = read_article("guides/a.md", bytes);
  check_ranges(reading.article);
  for (const Diagnostic& diagnostic : reading.diagnostics) {
    CHECK(diagnostic.place.range.begin <= diagnostic.place.range.end);
    CHECK(diagnostic.place.range.end <= bytes.size());
  }
  const BodyReading body =
      read_body(reading.article, "guides", [&](const std::string&) -> Result<std::string> { return bytes; });
  if (!body.body.text.empty()) CHECK(body.body.place(0, body.body.text.size()).line > 0);
}

// One random edit: a byte changed, a piece cut, doubled or moved, or a token put in.
std::string damaged(std::string bytes, std::mt19937& random) {
  static const std::vector<std::string> pieces = {"<!--",
                                                  "-->",
                                                  "$",
                                                  "/",
                                                  "\"",
                                                  "'",
                                                  "\n",
                                                  "\r",
                                                  "---\n",
                                                  "{",
                                                  "<properties",
                                                  "/>",
                                                  "\xEF\xBB\xBF",
                                                  "\xC3\x82\xC2\xA0",
                                                  std::string(1, '\0'),
                                                  "\xFF",
                                                  "|",
                                                  "[",
                                                  "](",
                                                  "```\n",
                                                  "<!--/$A-->",
                                                  "<!-- include: a.md -->\n"};
  if (bytes.empty()) return "<";
  const std::size_t at = random() % bytes.size();
  const std::size_t size = std::min<std::size_t>(random() % 40, bytes.size() - at);
  switch (random() % 4) {
    case 0:
      bytes[at] = static_cast<char>(random());
      break;
    case 1:
      bytes.erase(at, size);
      break;
    case 2:
      bytes.insert(random() % bytes.size(), bytes.substr(at, size));
      break;
    default:
      bytes.insert(at, pieces[random() % pieces.size()]);
  }
  return bytes;
}

}  // namespace

TEST_CASE("the seed documents read without an error") {
  for (const std::string& path : files_below("seeds")) {
    INFO(path);
    const ArticleReading reading = read_article(path, bytes_of(path));
    CHECK_FALSE(has_error(reading.diagnostics));
    CHECK_FALSE(reading.article.title().empty());
  }
}

TEST_CASE("damaged articles never crash the reader, and offsets stay inside the file") {
  std::mt19937 random(20161115);
  std::vector<std::string> originals = built_in();
  const std::vector<std::string> real = files_below("articles");
  for (std::size_t i = 0; i < real.size(); i += 97) originals.push_back(bytes_of(real[i]));
  for (const std::string& original : originals) {
    std::string bytes = original;
    for (int round = 0; round < 60; ++round) {
      bytes = round % 10 == 0 ? original : damaged(bytes, random);
      read_all_of_it(bytes);
    }
  }
}

TEST_CASE("every beginning of an article is an article") {
  for (const std::string& article : built_in()) {
    for (std::size_t size = 0; size <= article.size(); ++size) read_all_of_it(article.substr(0, size));
  }
}
