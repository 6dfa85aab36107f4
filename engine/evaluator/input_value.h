// SPDX-License-Identifier: MIT
// Values that an agent gives by hand, held to the type their step declares.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/model/guide.h"
#include "engine/model/value.h"

namespace tsg {

// `given` as a value of the input's type, or empty when it does not fit. Text is read: an Integer is decimal
// digits with an optional minus sign and fits 64 bits; a Boolean is true or false; a DateTime is RFC 3339 and
// stays text; a Choice is one of the choices, without case, and takes their spelling. A String takes the text
// of any scalar.
std::optional<Value> input_value(const Input& input, const Value& given);

// What the input takes, for a message: "an integer", "one of `http`, `https`".
std::string expectation(const Input& input);

// Whether `text` is a date and time of RFC 3339 section 5.6, such as 2026-11-20T12:00:00.5+01:00. Second 60
// is allowed, as there.
bool is_date_time(std::string_view text);

}  // namespace tsg
