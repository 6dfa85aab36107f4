// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "engine/text/visible.h"
#include "renderers/test_report.h"

namespace tsg {

namespace {

std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string placed(const Place& place, std::string_view words) {
  if (place.line == 0) return fmt::format("{}: {}\n", visible(place.file), visible(words));
  return fmt::format("{}:{}:{}: {}\n", visible(place.file), place.line, place.column, visible(words));
}

std::string heading(const TestResult& result, Colour colour) {
  const std::string_view failed = colour == Colour::Always ? "\033[1;31mFAILED\033[0m" : "FAILED";
  const std::string name = visible(result.scenario);
  return result.title.empty() ? fmt::format("{} {}\n", failed, name)
                              : fmt::format("{} {}: {}\n", failed, name, visible(result.title));
}

std::string results_text(const std::vector<TestResult>& results, Colour colour) {
  std::string text;
  for (const TestResult& result : results) {
    if (!result.updated.empty()) text += fmt::format("updated {}\n", visible(result.file));
    for (const std::string& change : result.updated) text += fmt::format("  {}\n", visible(change));
    if (result.failures.empty()) continue;
    text += heading(result, colour);
    for (const Diagnostic& each : result.failures) text += to_text(each, colour);
    text += '\n';
  }
  return text;
}

bool follows(const Uncovered& line, const Uncovered& before) {
  return line.place.file == before.place.file && line.place.line == before.place.line + 1;
}

// Lines that follow each other as one: "lines 28 to 34".
std::string missing_lines_text(const std::vector<Uncovered>& lines) {
  std::string text;
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t last = first;
    while (last + 1 < lines.size() && follows(lines[last + 1], lines[last])) ++last;
    const std::string name =
        first == last ? fmt::format("line {}", lines[first].place.line)
                      : fmt::format("lines {} to {}", lines[first].place.line, lines[last].place.line);
    text += placed(lines[first].place, "not covered: " + name);
    first = last + 1;
  }
  return text;
}

std::string missing_text(const CoverageOfKind& kind) {
  if (kind.kind == rule_lines) return missing_lines_text(kind.missing);
  std::string text;
  for (const Uncovered& each : kind.missing)
    text += placed(each.place, fmt::format("not covered: {}", each.name));
  return text;
}

std::string coverage_text(const std::vector<CoverageOfKind>& coverage) {
  std::string text;
  for (const CoverageOfKind& kind : coverage) text += missing_text(kind);
  for (const CoverageOfKind& kind : coverage) {
    text +=
        fmt::format("{:<13}{:>5} of {:>4} {:>6.1f} %\n", kind.kind, kind.covered(), kind.all, kind.percent());
  }
  return text;
}

std::string mutation_text(const MutationScore& score) {
  std::string text;
  for (const Survivor& each : score.survivors) {
    text += placed(each.place,
                   fmt::format("{}: {}", each.reached ? "survived" : "no scenario runs it", each.change));
  }
  return text +
         fmt::format("{} of {} changes noticed: score {:.1f} %\n", score.noticed, score.all, score.percent());
}

}  // namespace

std::size_t TestReport::passed() const {
  return static_cast<std::size_t>(
      std::count_if(results.begin(), results.end(), [](const TestResult& each) { return each.passed; }));
}

std::string test_text(const TestReport& report, Colour colour) {
  std::string text = results_text(report.results, colour);
  if (!report.coverage.empty()) text += coverage_text(report.coverage);
  if (report.mutation) text += mutation_text(*report.mutation);
  const std::size_t failed = report.results.size() - report.passed();
  text += counted(report.results.size(), "scenario");
  return text +
         (failed == 0 ? ": all passed\n" : fmt::format(": {} passed, {} failed\n", report.passed(), failed));
}

}  // namespace tsg
