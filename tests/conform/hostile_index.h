// SPDX-License-Identifier: MIT
// The folder of a hostile-rules run: index.tsv (name, expected, why; a heading line first), the scripts, and
// victim.lua.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tsg::conform {

enum class Expectation : std::uint8_t {
  StoppedTime,     // a limit or a refusal ends it, never the script itself
  StoppedMemory,   // the same
  ContainedError,  // the process lives and what comes out is text that can be shown
  DeniedLoad,
  DeniedCall,
  Isolated,       // whatever it does, the victim answers the same
  Deterministic,  // and it says the same in every process
};
std::string_view name_of(Expectation expectation);
std::optional<Expectation> expectation_of(std::string_view name);

struct HostileScript {
  std::string name = {};
  Expectation expected = Expectation::StoppedTime;
  std::string text = {};
};

struct HostileFolder {
  std::string victim = {};
  std::vector<HostileScript> scripts = {};
};

// Throws std::runtime_error when a file is missing, a class is unknown or no script is listed.
HostileFolder read_hostile_folder(const std::string& folder);

}  // namespace tsg::conform
