// SPDX-License-Identifier: MIT
// What must hold of a value where it was written to: one check for each context. Each gives what is wrong, or
// nothing.
#pragma once

#include <optional>
#include <string>

#include "tests/conform/value_file.h"
#include "tests/conform/value_places.h"

namespace tsg::conform {

enum class Harm : std::uint8_t {
  Active,      // something that acts: an element, an attribute, a scheme, a control, a formula
  TreeChange,  // the document is another one than with `x`
  OtherText,   // what is shown is not the value
};

struct Problem {
  Harm harm = Harm::OtherText;
  std::string text = {};
};

// In the article's HTML and Markdown.
std::optional<Problem> check_in_html(const ValuePlace& place, const Value& value);
std::optional<Problem> check_in_markdown(const ValuePlace& place, const Value& value);

std::optional<Problem> check_on_terminal(const Value& value);
std::optional<Problem> check_in_log(const Value& value);
std::optional<Problem> check_in_csv(const Value& value);
// `value` as the file has it: objects too.
std::optional<Problem> check_in_json(const nlohmann::json& value);

}  // namespace tsg::conform
