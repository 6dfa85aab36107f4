// SPDX-License-Identifier: MIT
#include "tests/conform/hostile_index.h"

#include <array>
#include <sstream>
#include <stdexcept>

#include "engine/text/file.h"

namespace tsg::conform {

namespace {

constexpr std::array expectations = {
    Expectation::StoppedTime,   Expectation::StoppedMemory, Expectation::ContainedError,
    Expectation::DeniedLoad,    Expectation::DeniedCall,    Expectation::Isolated,
    Expectation::Deterministic,
};

std::string read_whole(const std::string& path) {
  constexpr std::size_t most_bytes = std::size_t{64} << 20U;
  Result<std::string> bytes = read_file(path, most_bytes);
  if (!bytes) throw std::runtime_error(bytes.error().message);
  return bytes.value();
}

HostileScript read_row(const std::string& folder, const std::string& line) {
  const std::size_t first = line.find('\t');
  if (first == std::string::npos) throw std::runtime_error("index.tsv: no tab in `" + line + "`");
  const std::size_t second = std::min(line.find('\t', first + 1), line.size());
  HostileScript script;
  script.name = line.substr(0, first);
  const std::string expected = line.substr(first + 1, second - first - 1);
  const auto known = expectation_of(expected);
  if (!known) throw std::runtime_error("index.tsv: unknown class `" + expected + "`");
  script.expected = *known;
  script.text = read_whole(folder + "/" + script.name);
  return script;
}

}  // namespace

std::string_view name_of(Expectation expectation) {
  switch (expectation) {
    case Expectation::StoppedTime:
      return "stopped_time";
    case Expectation::StoppedMemory:
      return "stopped_memory";
    case Expectation::ContainedError:
      return "contained_error";
    case Expectation::DeniedLoad:
      return "denied_load";
    case Expectation::DeniedCall:
      return "denied_call";
    case Expectation::Isolated:
      return "isolated";
    case Expectation::Deterministic:
      return "deterministic";
  }
  return "";
}

std::optional<Expectation> expectation_of(std::string_view name) {
  for (const Expectation each : expectations) {
    if (name_of(each) == name) return each;
  }
  return std::nullopt;
}

HostileFolder read_hostile_folder(const std::string& folder) {
  HostileFolder read;
  read.victim = read_whole(folder + "/victim.lua");
  std::istringstream index(read_whole(folder + "/index.tsv"));
  std::string line;
  std::getline(index, line);
  while (std::getline(index, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty()) read.scripts.push_back(read_row(folder, line));
  }
  if (read.scripts.empty()) throw std::runtime_error(folder + "/index.tsv lists no script");
  return read;
}

}  // namespace tsg::conform
