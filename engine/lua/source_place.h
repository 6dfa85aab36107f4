// SPDX-License-Identifier: MIT
// Finds the words of a rule's file that a message speaks of. What Lua tells is a line at most, and of a
// table's contents nothing: the text is searched for the member or the string in question.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/text/place.h"

namespace tsg::lua {

// The string `literal` as it stands between quotes, after the member `member` where there is one; else the
// member; else the `return` of the file.
ByteRange range_of_literal(std::string_view text, std::string_view member, std::string_view literal);
// The name of a member before its `=`; else the `return` of the file.
ByteRange range_of_member(std::string_view text, std::string_view member);
// What `near 'token'` in a message of Lua speaks of on `line`; else the line without its indent.
ByteRange range_on_line(std::string_view text, std::uint32_t line, std::string_view message);

}  // namespace tsg::lua
