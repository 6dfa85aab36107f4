// SPDX-License-Identifier: MIT
// What the host functions must give, by other means: the C library, RE2 itself, or the plainest of loops.
#pragma once

#include "tests/fuzz/host_calls.h"

namespace tsg::fuzz {

int nothing_known(lua_State* lua, const Arguments& arguments);
int always_true(lua_State* lua, const Arguments& arguments);
int sorted_by_length(lua_State* lua, const Arguments& arguments);

int contains(lua_State* lua, const Arguments& arguments);
int contains_fold(lua_State* lua, const Arguments& arguments);
int starts_with(lua_State* lua, const Arguments& arguments);
int ends_with(lua_State* lua, const Arguments& arguments);
int equal_fold(lua_State* lua, const Arguments& arguments);
int split(lua_State* lua, const Arguments& arguments);
int trimmed(lua_State* lua, const Arguments& arguments);
int lowered(lua_State* lua, const Arguments& arguments);
int matched(lua_State* lua, const Arguments& arguments);

// By inet_pton.
int address_family(lua_State* lua, const Arguments& arguments);
int prefix_family(lua_State* lua, const Arguments& arguments);
int prefix_overlap(lua_State* lua, const Arguments& arguments);
int port_inside(lua_State* lua, const Arguments& arguments);
int host_matched(lua_State* lua, const Arguments& arguments);
int host_named(lua_State* lua, const Arguments& arguments);
int host_inside(lua_State* lua, const Arguments& arguments);

// By timegm and gmtime.
int moment(lua_State* lua, const Arguments& arguments);
int moment_text(lua_State* lua, const Arguments& arguments);
int duration_seconds(lua_State* lua, const Arguments& arguments);

}  // namespace tsg::fuzz
