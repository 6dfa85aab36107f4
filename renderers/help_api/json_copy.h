// SPDX-License-Identifier: MIT
// JSON that this program does not understand, carried over.
#pragma once

#include <string>
#include <string_view>

#include "engine/loader/json_value.h"
#include "engine/text/json_writer.h"

namespace tsg {

// Writes the value with all that is in it. Numbers keep what 64-bit integers and doubles hold of them, as RFC
// 8259 section 6 tells writers to expect; one beyond them becomes null.
void copy_json(JsonWriter& json, JsonValue value);

// The same of a JSON text. REQUIRES: it is one; anything else is written as null.
void copy_json_text(JsonWriter& json, std::string_view text);

// The value as one line.
std::string json_line(JsonValue value);

}  // namespace tsg
