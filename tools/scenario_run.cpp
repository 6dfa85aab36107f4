// SPDX-License-Identifier: MIT
#include "tools/scenario_run.h"

#include <fmt/format.h>

#include "engine/diagnostics/pack_codes.h"
#include "engine/diagnostics/scenario_codes.h"
#include "engine/loader/pack_files.h"
#include "engine/loader/scenario_reader.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"
#include "engine/text/suggestion.h"

namespace tsg {

FactsLoading load_scenario_facts(const Scenario& scenario, const Catalogue& catalogue,
                                 const std::string& pack_root) {
  FactsRequest request;
  if (!scenario.facts.empty()) request.sources = {pack_root + "/" + scenario.facts};
  request.now = scenario.now;
  request.without = scenario.without;
  request.overlay = scenario.documents;
  return load_facts(catalogue, request);
}

ScenarioRun run_scenario(const Scenario& scenario, GuideResolver& resolver, const std::string& pack_root) {
  const FactsLoading facts = load_scenario_facts(scenario, resolver.catalogue(), pack_root);
  ScenarioRun run = {.refused = facts.refused, .diagnostics = facts.diagnostics};
  if (facts.refused) return run;
  const Resolution resolution = resolver.resolve(facts.facts, scenario.answers, Trace::Off);
  run.differences = differences(scenario, resolution, resolver.pack());
  return run;
}

namespace {

std::optional<Scenario> read_scenario_file(const std::string& pack_root, const std::string& file,
                                           Diagnostics& diagnostics) {
  const Result<std::string> bytes = read_file(pack_root + "/" + file, limits::toml_bytes);
  if (!bytes) {
    diagnostics.push_back(
        make_diagnostic(codes::file_unreadable, {file, {}, 0, 0}, bytes.error().message, bytes.error().help));
    return std::nullopt;
  }
  ScenarioReading reading = read_scenario(file, bytes.value());
  append(diagnostics, reading.diagnostics);
  if (has_error(reading.diagnostics)) return std::nullopt;
  return std::move(reading.scenario);
}

}  // namespace

std::optional<Scenario> read_named_scenario(const std::string& pack_root, std::string_view guide,
                                            std::string_view name, Diagnostics& diagnostics) {
  const std::string folder = fmt::format("guides/{}/scenarios", guide);
  std::vector<std::string> names;
  for (const std::string& file : files_in(pack_root, folder, ".toml")) {
    if (stem_of(file) == name) return read_scenario_file(pack_root, file, diagnostics);
    names.push_back(stem_of(file));
  }
  const auto meant = nearest_name(name, names);
  diagnostics.push_back(make_diagnostic(codes::scenario_unknown, {},
                                        fmt::format("guide `{}` has no scenario `{}`", guide, name),
                                        meant ? fmt::format("did you mean `{}`?", *meant)
                                              : fmt::format("scenarios are {}/<name>.toml", folder)));
  return std::nullopt;
}

std::vector<Scenario> read_scenarios(const std::string& pack_root, std::string_view guide,
                                     Diagnostics& diagnostics) {
  std::vector<Scenario> scenarios;
  for (const std::string& file : files_in(pack_root, fmt::format("guides/{}/scenarios", guide), ".toml")) {
    if (auto scenario = read_scenario_file(pack_root, file, diagnostics))
      scenarios.push_back(std::move(*scenario));
  }
  return scenarios;
}

}  // namespace tsg
