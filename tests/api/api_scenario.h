// SPDX-License-Identifier: MIT
// A scenario of guides/ as a client of the API has it: the facts that it sends, and what is wrong with the
// resolution that it gets.
#pragma once

#include <string>

#include "engine/loader/facts_writer.h"
#include "engine/loader/pack_files.h"
#include "engine/loader/resolution_reader.h"
#include "engine/text/file.h"
#include "tests/api/api_bench.h"
#include "tools/scenario_run.h"

namespace tsg {

inline constexpr std::size_t most_facts_bytes = 1U << 20U;

// The file as it lies there where a scenario takes it whole; else what its documents come to.
inline std::string facts_text(const Scenario& scenario, const Catalogue& catalogue) {
  const bool whole =
      scenario.facts.ends_with(".json") && scenario.without.empty() && scenario.documents.empty();
  if (whole) {
    std::string text = taken(read_file(std::string(TSG_SOURCE_DIR) + "/" + scenario.facts, most_facts_bytes));
    if (Json::parse(text).is_object()) return text;
  }
  return join_documents(write_facts(load_scenario_facts(scenario, catalogue, TSG_SOURCE_DIR).facts));
}

// Scenarios are judged without evidence, which a page may show.
inline Resolution without_evidence(Resolution resolution) {
  for (Visit& visit : resolution.visits) {
    if (visit.verdict) visit.verdict->evidence.clear();
    if (visit.fork_verdict) visit.fork_verdict->evidence.clear();
  }
  for (CheckResult& check : resolution.checks) check.verdict.evidence.clear();
  return resolution;
}

inline std::string differences_in(const Scenario& scenario, const std::string& resolution, const Pack& pack) {
  const ResolutionRead read = read_resolution(resolution, "resolution.json");
  if (!read.resolution) return "no resolution";
  std::string all;
  for (const Difference& each : differences(scenario, without_evidence(*read.resolution), pack))
    all += to_text(each) + "\n";
  return all;
}

}  // namespace tsg
