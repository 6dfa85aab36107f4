// SPDX-License-Identifier: MIT
// Articles: the record of every file of a folder against the one a reference reader wrote.
#include <fmt/format.h>
#include <simdjson.h>

#include <cstdio>
#include <set>

#include "engine/loader/article_reader.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"
#include "renderers/article_record.h"
#include "tests/conform/json_difference.h"
#include "tests/conform/kind.h"
#include "tests/conform/outline_difference.h"
#include "tests/conform/tally.h"

namespace tsg::conform {

namespace {

using simdjson::dom::element;

// Compared elsewhere.
const std::set<std::string>& skipped_members() {
  static const std::set<std::string> members = {"headings", "links"};
  return members;
}

class ArticleRun {
 public:
  ArticleRun(std::string folder, Listing listing) : folder_(std::move(folder)), tally_(listing) {}

  int run() {
    const std::string path = folder_ + ".expected.jsonl";
    constexpr std::size_t most_bytes = std::size_t{1} << 30U;
    const Result<std::string> records = read_file(path, most_bytes);
    if (!records) {
      fmt::print(stderr, "{}\n", records.error().message);
      return 2;
    }
    std::string_view rest = records.value();
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      if (end > 0) compare(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return tally_.close();
  }

 private:
  void compare(std::string_view line) {
    const element expected = expected_parser_.parse(line.data(), line.size());
    const auto path = std::string(std::string_view{expected["path"]});
    tally_.begin(path);
    const Result<std::string> bytes = read_file(folder_ + "/" + path, limits::article_bytes);
    if (bytes) {
      const ArticleReading reading = read_article(path, bytes.value());
      const std::string record = article_record(reading.article, reading.diagnostics);
      const element got = got_parser_.parse(record);
      compare_json("", expected, got, skipped_members(), tally_);
      compare_outlines(expected, got, reading.article, tally_);
    } else {
      tally_.differ("file", "to be read", bytes.error().message);
    }
    tally_.end();
  }

  std::string folder_;
  Tally tally_;
  simdjson::dom::parser expected_parser_;
  simdjson::dom::parser got_parser_;
};

}  // namespace

int run_articles(const Arguments& arguments) {
  if (arguments.paths.size() != 1) {
    fmt::print(stderr, "articles takes one folder\n");
    return 2;
  }
  std::string folder = arguments.paths.front();
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  try {
    return ArticleRun(folder, arguments.verbose ? Listing::Everything : Listing::Failures).run();
  } catch (const simdjson::simdjson_error& error) {
    fmt::print(stderr, "the records cannot be read: {}\n", error.what());
    return 2;
  }
}

}  // namespace tsg::conform
