// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "engine/diagnostics/text_form.h"
#include "renderers/check_report.h"
#include "renderers/escape_xml.h"

namespace tsg {

namespace {

bool fails(const Diagnostic& diagnostic) {
  return diagnostic.severity != Severity::Info;
}

std::size_t failing(const FileFindings& file) {
  std::size_t count = 0;
  for (const Diagnostic& each : file.diagnostics) count += fails(each) ? 1 : 0;
  return count;
}

std::string test_case(const FileFindings& file) {
  const std::string name = xml(file.path);
  const std::size_t count = failing(file);
  if (count == 0) return fmt::format("  <testcase name=\"{}\" classname=\"tsg.check\" time=\"0\"/>\n", name);
  std::string words;
  std::string_view first;
  for (const Diagnostic& each : file.diagnostics) {
    if (!fails(each)) continue;
    if (first.empty()) first = each.code.id;
    words += to_text(each, Colour::Never);
  }
  return fmt::format(
      "  <testcase name=\"{}\" classname=\"tsg.check\" time=\"0\">\n    <failure message=\"{} {}\" "
      "type=\"{}\">{}"
      "</failure>\n  </testcase>\n",
      name, count, count == 1 ? "finding" : "findings", first, xml(words));
}

}  // namespace

std::string junit_report(const std::vector<FileFindings>& files) {
  std::string cases;
  std::size_t failures = 0;
  for (const FileFindings& file : files) {
    failures += failing(file) > 0 ? 1 : 0;
    cases += test_case(file);
  }
  // Times and hosts would make two runs differ: the schema wants some, so they are constant.
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuite name=\"tsg check\" tests=\"{}\" failures=\"{}\" errors=\"0\" time=\"0\" "
      "timestamp=\"1970-01-01T00:00:00\" hostname=\"localhost\">\n"
      "  <properties/>\n{}  <system-out/>\n  <system-err/>\n</testsuite>\n",
      files.size(), failures, cases);
}

}  // namespace tsg
