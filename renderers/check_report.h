// SPDX-License-Identifier: MIT
// Findings of `tsg check` for people and for programs. The bytes depend on the findings alone: no clock, no
// host, no absolute path that was not given.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.h"

namespace tsg {

// One file and what was found in it, in the order of places.
struct FileFindings {
  std::string path = {};
  Diagnostics diagnostics = {};
};

struct FindingCounts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t infos = 0;
  std::size_t fixable = 0;  // have a safe fix
  std::size_t files = 0;    // were checked
};

FindingCounts count_findings(const std::vector<FileFindings>& files);

// path:line:column: severity[CODE]: message - one line each, for editors and screen readers.
std::string short_report(const std::vector<FileFindings>& files);
// Workflow commands of GitHub Actions: ::error file=...,line=...,col=...,title=...::message
std::string github_report(const std::vector<FileFindings>& files);
// {"files": [...], "counts": {...}}; docs/check-format.md has the members.
std::string json_report(const std::vector<FileFindings>& files);
// One finding a line, with the file in it.
std::string json_lines_report(const std::vector<FileFindings>& files);
// SARIF 2.1.0 (OASIS), with the rules that were met and their safe and unsafe fixes.
std::string sarif_report(const std::vector<FileFindings>& files, std::string_view version);
// JUnit XML as Ant and Jenkins read it: a test case a file, its errors and warnings in one failure.
std::string junit_report(const std::vector<FileFindings>& files);

}  // namespace tsg
