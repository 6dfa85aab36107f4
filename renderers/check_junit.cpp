// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "engine/diagnostics/text_form.h"
#include "engine/text/utf8.h"
#include "renderers/check_report.h"

namespace tsg {

namespace {

// Text or an attribute of XML 1.0, which has no control characters but tab and line ends.
std::string xml_escaped(std::string_view text) {
  std::string escaped;
  for (const char c : with_replacements(text)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '<') {
      escaped += "&lt;";
    } else if (c == '>') {
      escaped += "&gt;";
    } else if (c == '&') {
      escaped += "&amp;";
    } else if (c == '"') {
      escaped += "&quot;";
    } else if (byte < 0x20 && c != '\n' && c != '\t') {
      escaped += "\xEF\xBF\xBD";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

bool fails(const Diagnostic& diagnostic) {
  return diagnostic.severity != Severity::Info;
}

std::size_t failing(const FileFindings& file) {
  std::size_t count = 0;
  for (const Diagnostic& each : file.diagnostics) count += fails(each) ? 1 : 0;
  return count;
}

std::string test_case(const FileFindings& file) {
  const std::string name = xml_escaped(file.path);
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
      name, count, count == 1 ? "finding" : "findings", first, xml_escaped(words));
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
