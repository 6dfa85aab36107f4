// SPDX-License-Identifier: MIT
// What a slot shows: the value it was given, or the author's default.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/model/resolution.h"

namespace tsg {

// The value of the placeholder, null when it has none.
const Value* value_of(const FilledArticle& filled, std::size_t placeholder);

// The text of a value as output shows it: whole up to limits::shown_value_bytes, else cut behind a whole
// character, with a mark that says so: "... [cut: 65536 of 1000000 bytes]". A string's own bytes where that
// will do, else `scratch` holds it. Only output cuts: what a rule reads and what JSON holds is whole or
// absent.
std::string_view shown_text(const Value& value, std::string& scratch);
std::string shown_text(const Value& value);

}  // namespace tsg
