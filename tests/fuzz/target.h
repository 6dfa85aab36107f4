// SPDX-License-Identifier: MIT
// What is fuzzed: each target takes any bytes, does what the program would do with them, and stops the
// process where a property does not hold. docs/fuzzing.md says what each one checks.
//
// libFuzzer calls targets with bytes it makes up (fuzz_main.cpp); the replay program calls them with the
// files of tests/fuzz/corpus/<name>, with any compiler.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace tsg::fuzz {

using Bytes = std::span<const std::uint8_t>;

void fuzz_article(Bytes bytes);
void fuzz_batch(Bytes bytes);
void fuzz_facts(Bytes bytes);
void fuzz_toml(Bytes bytes);
void fuzz_rules(Bytes bytes);

void fuzz_host_functions(Bytes bytes);
void fuzz_rendering(Bytes bytes);
void fuzz_multipart(Bytes bytes);
void fuzz_resolution(Bytes bytes);
void fuzz_template(Bytes bytes);

struct Target {
  std::string_view name = {};
  void (*run)(Bytes bytes) = nullptr;
};

inline constexpr Target targets[] = {{"article", fuzz_article},     {"batch", fuzz_batch},
                                     {"facts", fuzz_facts},         {"toml", fuzz_toml},
                                     {"rules", fuzz_rules},         {"host-functions", fuzz_host_functions},
                                     {"rendering", fuzz_rendering}, {"resolution", fuzz_resolution},
                                     {"template", fuzz_template},   {"multipart", fuzz_multipart}};

// Null when there is none of that name.
inline const Target* find_target(std::string_view name) {
  for (const Target& each : targets) {
    if (each.name == name) return &each;
  }
  return nullptr;
}

}  // namespace tsg::fuzz
