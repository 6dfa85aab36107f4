// SPDX-License-Identifier: MIT
// JSON that is stored as it came: checked against RFC 8259 before it goes in, put on one line when it goes
// out. Texts must be UTF-8, escaped surrogates paired, nesting at most session_json_depth. What a document's
// members mean, and members given twice, are not looked at.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tsg {

// Whether `text` is one JSON value, with nothing but white space around it.
bool is_json(std::string_view text);

// The value without white space between its parts, so without line ends; nothing when it is no JSON.
std::optional<std::string> compact_json(std::string_view text);

// An array of strings, and back; nothing when `text` is no such array.
std::string json_of_strings(std::span<const std::string> strings);
std::optional<std::vector<std::string>> strings_of_json(std::string_view text);

}  // namespace tsg
