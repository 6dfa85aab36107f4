// SPDX-License-Identifier: MIT
#include "renderers/check_report.h"

#include <fmt/format.h>

#include "engine/diagnostics/text_form.h"
#include "engine/text/json_writer.h"
#include "engine/text/visible.h"
#include "renderers/finding_json.h"

namespace tsg {

namespace {

// In the data of a workflow command, and in its properties, by the toolkit of GitHub Actions.
std::string github_escaped(std::string_view text, bool property) {
  std::string escaped;
  for (const char c : text) {
    if (c == '%') {
      escaped += "%25";
    } else if (c == '\r') {
      escaped += "%0D";
    } else if (c == '\n') {
      escaped += "%0A";
    } else if (property && c == ':') {
      escaped += "%3A";
    } else if (property && c == ',') {
      escaped += "%2C";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string_view github_level(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Info:
      return "notice";
  }
  return "";
}

}  // namespace

FindingCounts count_findings(const std::vector<FileFindings>& files) {
  FindingCounts counts;
  counts.files = files.size();
  for (const FileFindings& file : files) {
    for (const Diagnostic& diagnostic : file.diagnostics) {
      counts.errors += diagnostic.severity == Severity::Error ? 1 : 0;
      counts.warnings += diagnostic.severity == Severity::Warning ? 1 : 0;
      counts.infos += diagnostic.severity == Severity::Info ? 1 : 0;
      counts.fixable += diagnostic.fix && diagnostic.fix->safe ? 1 : 0;
    }
  }
  return counts;
}

std::string short_report(const std::vector<FileFindings>& files) {
  std::string report;
  for (const FileFindings& file : files) {
    for (const Diagnostic& each : file.diagnostics) {
      report += fmt::format("{}:{}:{}: {}[{}]: {}\n", visible(each.place.file), each.place.line,
                            each.place.column, name_of(each.severity), each.code.id, visible(each.message));
    }
  }
  return report;
}

std::string github_report(const std::vector<FileFindings>& files) {
  std::string report;
  for (const FileFindings& file : files) {
    for (const Diagnostic& each : file.diagnostics) {
      const std::string words =
          each.help.empty() ? each.message : fmt::format("{}\nhelp: {}", each.message, each.help);
      report += fmt::format("::{} file={},line={},col={},title={}::{}\n", github_level(each.severity),
                            github_escaped(each.place.file, true), each.place.line, each.place.column,
                            each.code.id, github_escaped(words, false));
    }
  }
  return report;
}

std::string json_report(const std::vector<FileFindings>& files) {
  const FindingCounts counts = count_findings(files);
  JsonWriter json(2);
  json.begin_object().member("format", 1).key("files").begin_array();
  for (const FileFindings& file : files) {
    if (file.diagnostics.empty()) continue;
    json.begin_object().member("file", file.path).key("findings").begin_array();
    for (const Diagnostic& each : file.diagnostics) {
      json.begin_object();
      write_finding(json, each);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().key("counts").begin_object();
  json.member("files", counts.files).member("errors", counts.errors).member("warnings", counts.warnings);
  json.member("infos", counts.infos).member("fixable", counts.fixable).end_object().end_object();
  return json.take() + '\n';
}

std::string json_lines_report(const std::vector<FileFindings>& files) {
  std::string report;
  for (const FileFindings& file : files) {
    for (const Diagnostic& each : file.diagnostics) {
      JsonWriter json;
      json.begin_object().member("file", each.place.file);
      write_finding(json, each);
      report += json.end_object().take() + '\n';
    }
  }
  return report;
}

}  // namespace tsg
