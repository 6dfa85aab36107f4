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

// The text of a value; a string's own bytes, else `scratch` holds it.
std::string_view text_of(const Value& value, std::string& scratch);

// The words of a default: without the blanks around it, and "[Name]" without its brackets.
std::string_view default_words(std::string_view default_text);

}  // namespace tsg
