// SPDX-License-Identifier: MIT
#include "tools/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "engine/checker/safe_fixes.h"
#include "engine/diagnostics/text_form.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"
#include "engine/tsg.h"
#include "renderers/check_report.h"
#include "tools/check_scope.h"
#include "tools/check_watch.h"

namespace tsg {

namespace {

std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string closing_line(const FindingCounts& all, Severity level) {
  std::string line = fmt::format("{} checked: {}, {}", counted(all.files, "file"),
                                 counted(all.errors, "error"), counted(all.warnings, "warning"));
  if (all.infos > 0) {
    line += fmt::format(", {}{}", counted(all.infos, "info"),
                        level == Severity::Info ? "" : " (shown by --level info)");
  }
  if (all.fixable > 0) line += fmt::format("; --fix mends {}", all.fixable);
  return line + '\n';
}

void keep_level(std::vector<FileFindings>& files, Severity level) {
  for (FileFindings& file : files) {
    std::erase_if(file.diagnostics, [level](const Diagnostic& each) { return each.severity > level; });
  }
}

std::string report_text(const std::vector<FileFindings>& files, ReportFormat format, Colour colour) {
  switch (format) {
    case ReportFormat::Terminal: {
      std::string text;
      for (const FileFindings& file : files) {
        for (const Diagnostic& each : file.diagnostics) text += to_text(each, colour) + '\n';
      }
      return text;
    }
    case ReportFormat::Short:
      return short_report(files);
    case ReportFormat::Json:
      return json_report(files);
    case ReportFormat::JsonLines:
      return json_lines_report(files);
    case ReportFormat::Sarif:
      return sarif_report(files, version());
    case ReportFormat::GitHub:
      return github_report(files);
    case ReportFormat::JUnit:
      return junit_report(files);
  }
  return {};
}

// The number of fixes that were written; nothing when a file could not be.
std::optional<std::size_t> fix_files(const CheckScope& scope, const Console& console) {
  std::size_t applied = 0;
  for (const std::string& path : scope.articles) {
    const Result<std::string> bytes = read_file(path, limits::article_bytes);
    if (!bytes) continue;
    const FixedBytes fixed = fixed_article(path, bytes.value(), scope.settings);
    if (fixed.applied == 0 || fixed.bytes == bytes.value()) continue;
    const Result<Written> written = write_file_atomically(path, fixed.bytes);
    if (!written) {
      console.say(written.error());
      return std::nullopt;
    }
    applied += fixed.applied;
  }
  return applied;
}

ExitCode judge(const FindingCounts& counts, const CheckCommand& command) {
  const bool too_many = command.max_warnings && counts.warnings > *command.max_warnings;
  return counts.errors > 0 || too_many ? ExitCode::Findings : ExitCode::Done;
}

}  // namespace

ExitCode check(const CheckCommand& command, const Console& console) {
  const CheckScope scope = scope_of(command.paths);
  console.say(scope.problems);
  if (scope.articles.empty() && scope.packs.empty() && scope.problems.empty()) {
    console.say("error: there is nothing to check: no article (*.md) and no tsg.toml");
    return ExitCode::Usage;
  }
  if (command.fix == FixMode::Apply) {
    const auto applied = fix_files(scope, console);
    if (!applied) return ExitCode::Machine;
    console.say(fmt::format("{} fix{} applied", *applied, *applied == 1 ? "" : "es"));
  }
  const std::size_t threads =
      command.threads > 0 ? command.threads : std::max(1U, std::thread::hardware_concurrency());
  if (command.watch == WatchMode::Watch) return watch(scope, threads, command.level, console);
  const std::vector<CheckedArticle> articles = check_files(scope.articles, threads);
  Diagnostics of_packs;
  for (const std::string& root : scope.packs) append(of_packs, check_pack(root));
  apply_settings(of_packs, scope.settings);
  std::vector<FileFindings> files = findings_of(articles, check_together(articles, scope.settings), of_packs);
  const FindingCounts counts = count_findings(files);
  keep_level(files, command.level);
  const bool terminal = command.format == ReportFormat::Terminal;
  const Colour colour = command.output.empty() ? console.output_colour() : Colour::Never;
  std::string text = report_text(files, command.format, colour);
  if (terminal || command.format == ReportFormat::Short) text += closing_line(counts, command.level);
  const ExitCode delivered = console.deliver(text, command.output);
  if (delivered != ExitCode::Done) return delivered;
  const bool unread =
      !scope.problems.empty() || std::any_of(articles.begin(), articles.end(),
                                             [](const CheckedArticle& each) { return !each.readable; });
  return unread ? ExitCode::Unreadable : judge(counts, command);
}

}  // namespace tsg
