// SPDX-License-Identifier: MIT
// What all objects of the Help API (Microsoft.Help, API version 2024-03-01-preview) have in common.
//
// They mirror their JSON: a member that is absent or null is an empty optional, and a member that this
// program does not know is kept as it is. Enumerations are open ("modelAsString" in the published
// definition), so they are texts: a value that came later than this program survives reading and writing. The
// values that were published are named in help_words.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tsg {

using HelpText = std::optional<std::string>;

template <typename T>
using HelpList = std::optional<std::vector<T>>;

// A member that has no field of its own. tsg writes one itself: `x-tsg`, for what the API has no place for.
struct HelpExtra {
  std::string name = {};
  std::string json = {};  // its value as one line of JSON
  bool operator==(const HelpExtra&) const = default;
};
using HelpExtras = std::vector<HelpExtra>;

inline constexpr const char* own_extra = "x-tsg";

// An object whose members are data, all of them texts.
struct HelpEntry {
  std::string name = {};
  std::string value = {};
  bool operator==(const HelpEntry&) const = default;
};
struct HelpMap {
  std::vector<HelpEntry> entries = {};  // in their order
  bool operator==(const HelpMap&) const = default;
};

// ErrorDetail of Azure Resource Manager (common types, version 5).
struct HelpError {
  HelpText code = {};
  HelpText message = {};
  HelpText target = {};
  std::optional<std::vector<HelpError>> details = {};
  HelpExtras extras = {};
  bool operator==(const HelpError&) const = default;
};

// A problem that a check found, told by an article.
struct HelpInsight {
  HelpText id = {};  // of the article
  HelpText title = {};
  HelpText results = {};  // HTML
  HelpText importance_level = {};
  HelpExtras extras = {};
  bool operator==(const HelpInsight&) const = default;
};

}  // namespace tsg
