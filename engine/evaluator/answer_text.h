// SPDX-License-Identifier: MIT
// Answers and inputs as they are typed: `--answer`, `--set`, scenario files, permalinks.
//
//   tls-error=expired                      for every subject of the step
//   tls-error[10.0.0.4:443]=expired        for one: what stands between the first `[` and the last `]=` is
//   the subject backend-pool-empty.BackendPool=shop    the value of an input; the value is all behind the
//   first `=`
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "engine/model/answers.h"

namespace tsg {

// Why a text is no answer: lower case, what was seen, then what to write.
struct UnreadableText {
  std::string message = {};
  std::string help = {};
  bool operator==(const UnreadableText&) const = default;
};

std::variant<GivenAnswer, UnreadableText> parse_answer(std::string_view text);
// The value is a string; the walk reads it by the input's type.
std::variant<GivenInput, UnreadableText> parse_input(std::string_view text);

// The text that parse_answer reads back; a reason has no place in it.
std::string to_text(const GivenAnswer& answer);

}  // namespace tsg
