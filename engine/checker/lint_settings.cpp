// SPDX-License-Identifier: MIT
#include "engine/checker/lint_settings.h"

#include <fmt/format.h>

#include "engine/diagnostics/lint_codes.h"
#include "engine/diagnostics/place_order.h"
#include "engine/loader/article_source.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

enum class Reach : std::uint8_t { NextLine, File };

struct Suppression {
  Reach reach = Reach::NextLine;
  std::vector<std::string> rules = {};
  ByteRange range = {};    // of the comment, in the decoded text
  std::uint32_t line = 0;  // of the comment
  bool reasoned = false;
  std::vector<bool> used = {};  // one a rule
};

bool names(std::string_view rule, const Code& code) {
  return equal_ignoring_case(rule, code.id) || (!code.ref.empty() && equal_ignoring_case(rule, code.ref));
}

// "ignore L08, TSG834 because ..." behind "tsg:"; nothing when it is another word.
std::optional<Suppression> read_suppression(std::string_view words) {
  Suppression read;
  if (words.starts_with("ignore-file ")) {
    read.reach = Reach::File;
    words.remove_prefix(12);
  } else if (words.starts_with("ignore ")) {
    words.remove_prefix(7);
  } else {
    return std::nullopt;
  }
  const std::size_t because = words.find(" because ");
  read.reasoned = because != std::string_view::npos && !ascii_trimmed(words.substr(because + 9)).empty();
  for (const std::string_view item : list_items(words.substr(0, because))) read.rules.emplace_back(item);
  read.used.resize(read.rules.size());
  return read;
}

std::vector<Suppression> suppressions_of(const ArticleSource& source) {
  std::vector<Suppression> all;
  const std::string_view text = source.text();
  constexpr std::string_view open = "<!-- tsg: ";
  for (std::size_t at = text.find(open); at != std::string_view::npos; at = text.find(open, at + 1)) {
    const std::size_t end = text.find("-->", at);
    if (end == std::string_view::npos) break;
    auto read = read_suppression(ascii_trimmed(text.substr(at + open.size(), end - at - open.size())));
    if (!read) continue;
    read->range = {at, end + 3};
    read->line = source.line_of(end);
    all.push_back(std::move(*read));
  }
  return all;
}

bool silenced(const Diagnostic& diagnostic, std::vector<Suppression>& suppressions) {
  bool found = false;
  for (Suppression& each : suppressions) {
    const bool reaches = each.reach == Reach::File || diagnostic.place.line == each.line + 1;
    if (!reaches || !each.reasoned) continue;
    for (std::size_t i = 0; i < each.rules.size(); ++i) {
      if (!names(each.rules[i], diagnostic.code)) continue;
      each.used[i] = true;
      found = true;
    }
  }
  return found;
}

void report_comment(ArticleSource& source, const Suppression& each) {
  if (!each.reasoned) {
    source.report(codes::suppression_bare, each.range,
                  "the suppression gives no reason, and silences nothing", "write why behind ` because `");
    return;
  }
  for (std::size_t i = 0; i < each.rules.size(); ++i) {
    if (each.used[i]) continue;
    source.report(codes::suppression_unused, each.range,
                  fmt::format("`{}` finds nothing {}", each.rules[i],
                              each.reach == Reach::File ? "in this file" : "in the line below"),
                  "take it out of the comment");
  }
}

}  // namespace

std::optional<RuleLevel> rule_level(std::string_view word) {
  if (word == "off") return RuleLevel::Off;
  if (word == "info") return RuleLevel::Info;
  if (word == "warning") return RuleLevel::Warning;
  if (word == "error") return RuleLevel::Error;
  return std::nullopt;
}

void apply_settings(Diagnostics& diagnostics, const LintSettings& settings) {
  if (settings.levels.empty()) return;
  const auto level_of = [&settings](const Diagnostic& diagnostic) -> std::optional<RuleLevel> {
    auto found = settings.levels.find(diagnostic.code.id);
    if (found == settings.levels.end()) found = settings.levels.find(diagnostic.code.ref);
    if (found == settings.levels.end()) return std::nullopt;
    return found->second;
  };
  std::erase_if(diagnostics, [&](const Diagnostic& each) { return level_of(each) == RuleLevel::Off; });
  for (Diagnostic& each : diagnostics) {
    const auto level = level_of(each);
    if (level == RuleLevel::Info) each.severity = Severity::Info;
    if (level == RuleLevel::Warning) each.severity = Severity::Warning;
    if (level == RuleLevel::Error) each.severity = Severity::Error;
  }
}

void apply_suppressions(const Article& article, Diagnostics& diagnostics) {
  if (article.text.find("<!-- tsg: ignore") == std::string::npos) return;
  Diagnostics about_comments;
  ArticleSource source(article, about_comments);
  std::vector<Suppression> suppressions = suppressions_of(source);
  std::erase_if(diagnostics, [&](const Diagnostic& each) { return silenced(each, suppressions); });
  for (const Suppression& each : suppressions) report_comment(source, each);
  append(diagnostics, about_comments);
  sort_by_place(diagnostics);
}

}  // namespace tsg
