// SPDX-License-Identifier: MIT
// Names on the command line of `tsg new`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/text/result.h"

namespace tsg {

// What is wrong with `id` as the id of a `what`; nothing when it is one.
std::optional<HostError> wrong_id(std::string_view id, std::string_view what);

struct NamePair {
  std::string first = {};
  std::string second = {};
};
// "printer/paper": two ids. `form` is how it is written: "GUIDE/STEP".
Result<NamePair> pair_of(std::string_view name, std::string_view form);

// The title given, or one made of `id`.
Result<std::string> title_or(const std::string& title, std::string_view id);

}  // namespace tsg
