// SPDX-License-Identifier: MIT
// Why a text is not the JSON that facts are read from, and where.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/diagnostics/code.h"
#include "engine/text/place.h"

namespace tsg {

struct JsonProblem {
  Code code = {};
  ByteRange range = {};
  std::string message = {};
  std::string help = {};
};

// The first problem of `text` (without byte order mark); nothing when it is JSON in UTF-8 of at most
// limits::facts_depth levels whose numbers fit 64 bits. No recursion.
std::optional<JsonProblem> find_json_problem(std::string_view text);

}  // namespace tsg
