// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "renderers/escape_xml.h"
#include "renderers/test_report.h"

namespace tsg {

namespace {

// Times and hosts would make two runs differ: the schema wants some, so they are constant.
constexpr std::string_view constant_attributes =
    "time=\"0\" timestamp=\"1970-01-01T00:00:00\" hostname=\"localhost\"";

struct Suite {
  std::string cases = {};
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
};

std::string failure_text(const TestResult& result) {
  std::string words;
  for (const Diagnostic& each : result.failures) words += to_text(each, Colour::Never);
  const std::string first = result.failures.empty() ? std::string() : result.failures.front().message;
  const std::string_view code =
      result.failures.empty() ? std::string_view() : result.failures.front().code.id;
  const std::string_view kind = result.refused ? "error" : "failure";
  return fmt::format("    <{0} message=\"{1}\" type=\"{2}\">{3}</{0}>\n", kind, xml(first), code, xml(words));
}

void add_case(Suite& suite, const TestResult& result) {
  const std::string opening = fmt::format("  <testcase name=\"{}\" classname=\"{}\" time=\"0\"",
                                          xml(result.scenario), xml(result.guide));
  ++suite.tests;
  if (result.passed) {
    suite.cases += opening + "/>\n";
    return;
  }
  ++(result.refused ? suite.errors : suite.failures);
  suite.cases += opening + ">\n" + failure_text(result) + "  </testcase>\n";
}

}  // namespace

std::string test_junit(const TestReport& report) {
  Suite suite;
  for (const TestResult& result : report.results) add_case(suite, result);
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuite name=\"tsg test\" tests=\"{}\" failures=\"{}\" errors=\"{}\" {}>\n"
      "  <properties/>\n{}  <system-out/>\n  <system-err/>\n</testsuite>\n",
      suite.tests, suite.failures, suite.errors, constant_attributes, suite.cases);
}

}  // namespace tsg
