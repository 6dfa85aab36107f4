// SPDX-License-Identifier: MIT
// Lint: the findings of exact rules on every article of a folder against recorded ones, by rule, path and
// hits. FOLDER.lint.tsv: a line of names, then rule, path and hits with tabs between them.
#include <fmt/format.h>

#include <cstdio>
#include <map>
#include <set>

#include "engine/checker/article_check.h"
#include "engine/checker/content_check.h"
#include "engine/loader/article_files.h"
#include "engine/loader/article_reader.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"
#include "tests/conform/kind.h"
#include "tests/conform/tally.h"

namespace tsg::conform {

namespace {

using Finding = std::pair<std::string, std::string>;  // rule, path
using Hits = std::map<Finding, std::size_t>;

struct Expected {
  Hits hits = {};
  std::set<std::string> rules = {};
};

std::string_view next_part(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

Expected read_expected(std::string_view text) {
  Expected expected;
  next_part(text, '\n');
  while (!text.empty()) {
    std::string_view line = next_part(text, '\n');
    if (line.empty()) continue;
    const std::string rule(next_part(line, '\t'));
    const std::string path(next_part(line, '\t'));
    expected.hits[{rule, path}] = std::stoul(std::string(line));
    expected.rules.insert(rule);
  }
  return expected;
}

void count(const Diagnostics& diagnostics, const std::string& path, Hits& hits) {
  for (const Diagnostic& diagnostic : diagnostics) {
    if (!diagnostic.code.ref.empty()) ++hits[{std::string(diagnostic.code.ref), path}];
  }
}

Hits found_in(const std::string& folder) {
  Hits hits;
  for (const std::string& path : find_articles(folder).paths) {
    const Result<std::string> bytes = read_file(folder + "/" + path, limits::article_bytes);
    if (!bytes) continue;
    const ArticleReading reading = read_article(path, bytes.value());
    count(reading.diagnostics, path, hits);
    count(check_article(reading.article), path, hits);
  }
  return hits;
}

std::size_t hits_of(const Hits& hits, const Finding& finding) {
  const auto found = hits.find(finding);
  return found == hits.end() ? 0 : found->second;
}

}  // namespace

int run_lint(const Arguments& arguments) {
  std::string folder = arguments.paths.front();
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  constexpr std::size_t most_bytes = std::size_t{1} << 28U;
  const Result<std::string> text = read_file(folder + ".lint.tsv", most_bytes);
  if (!text) {
    fmt::print(stderr, "{}\n", text.error().message);
    return 2;
  }
  const Expected expected = read_expected(text.value());
  const Hits got = found_in(folder);
  std::set<Finding> findings;
  for (const auto& [finding, number] : expected.hits) findings.insert(finding);
  std::map<std::string, std::size_t> others;
  for (const auto& [finding, number] : got) {
    if (expected.rules.contains(finding.first)) {
      findings.insert(finding);
    } else {
      others[finding.first] += number;
    }
  }
  Tally tally(arguments.verbose ? Listing::Everything : Listing::Failures);
  for (const Finding& finding : findings) {
    tally.begin(finding.second);
    const std::size_t wanted = hits_of(expected.hits, finding);
    const std::size_t found = hits_of(got, finding);
    if (wanted != found) tally.differ(finding.first, std::to_string(wanted), std::to_string(found));
    tally.end();
  }
  for (const auto& [rule, number] : others) fmt::print("not recorded: {} {}\n", rule, number);
  return tally.close();
}

// FILE: findings of twenty rules that were drawn by a fixed seed, each judged by hand: is what the message
// says true of the line? A finding that is no more found counts neither way; one that is not judged is not
// looked at.
int run_judged(const Arguments& arguments) {
  if (arguments.paths.size() != 2) {
    fmt::print(stderr, "judged takes a file and a folder\n");
    return 2;
  }
  constexpr std::size_t most_bytes = std::size_t{1} << 24U;
  const Result<std::string> text = read_file(arguments.paths.front(), most_bytes);
  if (!text) {
    fmt::print(stderr, "{}\n", text.error().message);
    return 2;
  }
  std::set<std::string> reported;  // rule, path and line
  for (const std::string& path : find_articles(arguments.paths.back()).paths) {
    const CheckedArticle checked = check_file(arguments.paths.back() + "/" + path);
    for (const Diagnostic& each : checked.diagnostics) {
      reported.insert(fmt::format("{}\t{}\t{}", each.code.ref, path, each.place.line));
    }
  }
  std::map<std::string, std::pair<std::size_t, std::size_t>> rules;  // true, false
  std::string_view rest = text.value();
  next_part(rest, '\n');
  std::size_t gone = 0;
  while (!rest.empty()) {
    const std::string_view line = next_part(rest, '\n');
    const std::size_t tab = line.rfind('\t');
    if (tab == std::string_view::npos) continue;
    if (!reported.contains(std::string(line.substr(0, tab)))) {
      ++gone;
      continue;
    }
    auto& [right, wrong] = rules[std::string(line.substr(0, line.find('\t')))];
    ++(line.substr(tab + 1) == "true" ? right : wrong);
  }
  std::size_t all_right = 0;
  std::size_t all_wrong = 0;
  for (const auto& [rule, judged] : rules) {
    fmt::print("{} {} of {} right\n", rule, judged.first, judged.first + judged.second);
    all_right += judged.first;
    all_wrong += judged.second;
  }
  const double precision =
      static_cast<double>(all_right) / static_cast<double>(std::max<std::size_t>(all_right + all_wrong, 1));
  fmt::print("precision {:.1f} % of {} judged findings ({} are found no more)\n", precision * 100,
             all_right + all_wrong, gone);
  constexpr double wanted = 0.95;
  return rules.size() == 20 && precision >= wanted ? 0 : 1;
}

}  // namespace tsg::conform
