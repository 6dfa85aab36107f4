// SPDX-License-Identifier: MIT
// What `tsg test` found, for people and for programs. The bytes depend on the results alone: no clock, no
// host.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/diagnostics/text_form.h"

namespace tsg {

// One scenario, or a file that was to be one.
struct TestResult {
  std::string guide = {};
  std::string scenario = {};
  std::string file = {};
  std::string title = {};
  bool passed = false;
  bool refused = false;  // it was not run: its file, facts or answers cannot be read
  Diagnostics failures = {};
  std::vector<std::string> updated = {};  // what --update changed in its file, one change each
};

// One thing that no scenario reached.
struct Uncovered {
  std::string name = {};
  Place place = {};
};

inline constexpr std::string_view rule_lines = "rule lines";

struct CoverageOfKind {
  std::string kind = {};  // "edges", "answers", "outcomes", "rule lines", "placeholders"
  std::size_t all = 0;
  std::vector<Uncovered> missing = {};
  std::size_t covered() const { return all - missing.size(); }
  double percent() const {
    return all == 0 ? 100.0 : 100.0 * static_cast<double>(covered()) / static_cast<double>(all);
  }
};

// A change of a rule or an edge that no scenario noticed.
struct Survivor {
  std::string change = {};  // "`<` becomes `<=`"
  Place place = {};
  bool reached = false;  // a scenario ran it and came as expected
};

struct MutationScore {
  std::size_t all = 0;
  std::size_t noticed = 0;
  std::vector<Survivor> survivors = {};
  double percent() const {
    return all == 0 ? 100.0 : 100.0 * static_cast<double>(noticed) / static_cast<double>(all);
  }
};

struct TestReport {
  std::vector<TestResult> results = {};
  std::vector<CoverageOfKind> coverage = {};  // empty: not asked for
  std::optional<MutationScore> mutation = {};
  std::size_t passed() const;
};

// Failures, what is not covered, survivors, and a line that counts each.
std::string test_text(const TestReport& report, Colour colour);
// docs/testing.md has the members.
std::string test_json(const TestReport& report);
// JUnit XML as Ant and Jenkins read it: a test case for each scenario, of the class that its guide is.
std::string test_junit(const TestReport& report);

}  // namespace tsg
