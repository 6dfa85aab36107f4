// SPDX-License-Identifier: MIT
#include "engine/lua/stop.h"

#include <cstdlib>
#include <lua.hpp>

namespace tsg::lua {

Host& host_of(lua_State* lua) {
  return **static_cast<Host**>(lua_getextraspace(lua));
}
void set_host(lua_State* lua, Host& host) {
  *static_cast<Host**>(lua_getextraspace(lua)) = &host;
}

namespace {

// The line of the function that called us, when that is the rule's decide: by far the most common place, and
// told without naming the file.
std::uint32_t line_of_decide(lua_State* lua) {
  lua_Debug frame = {};
  const void* decide = host_of(lua).run.decide;
  if (decide == nullptr || lua_getstack(lua, 1, &frame) == 0) return 0;
  lua_getinfo(lua, "f", &frame);
  const bool same = lua_topointer(lua, -1) == decide;
  lua_pop(lua, 1);
  if (!same) return 0;
  lua_getinfo(lua, "l", &frame);
  return frame.currentline > 0 ? static_cast<std::uint32_t>(frame.currentline) : 0;
}

}  // namespace

std::uint32_t rule_line(lua_State* lua) {
  if (const std::uint32_t line = line_of_decide(lua)) return line;
  const std::string_view chunk = host_of(lua).run.chunk_name;
  lua_Debug frame = {};
  for (int level = 0; lua_getstack(lua, level, &frame) != 0; ++level) {
    lua_getinfo(lua, "Sl", &frame);
    if (chunk == frame.source && frame.currentline > 0) return static_cast<std::uint32_t>(frame.currentline);
  }
  return 0;
}

void raise_stop(lua_State* lua) {
  lua_pushliteral(lua, "stopped");
  lua_error(lua);
  std::abort();  // lua_error does not return, which its declaration cannot say
}

void stop_error(lua_State* lua, std::string message) {
  Stop& stop = host_of(lua).run.stop;
  if (stop.kind == StopKind::None) {
    stop = {.kind = StopKind::Error, .message = std::move(message), .need = {}, .line = rule_line(lua)};
  }
  raise_stop(lua);
}

void stop_unknown(lua_State* lua, Need need) {
  Stop& stop = host_of(lua).run.stop;
  if (stop.kind == StopKind::None) {
    stop = {.kind = StopKind::Unknown, .message = {}, .need = std::move(need), .line = rule_line(lua)};
  }
  raise_stop(lua);
}

void raise_error(lua_State* lua, const std::string& message) {
  luaL_where(lua, 1);
  lua_pushlstring(lua, message.data(), message.size());
  lua_concat(lua, 2);
  lua_error(lua);
  std::abort();
}

namespace {

[[noreturn]] void stop_deadline(lua_State* lua) {
  Stop& stop = host_of(lua).run.stop;
  if (stop.kind != StopKind::Deadline)
    stop = {.kind = StopKind::Deadline, .message = {}, .need = {}, .line = rule_line(lua)};
  raise_stop(lua);
}

}  // namespace

void check_deadline(lua_State* lua) {
  if (host_of(lua).watchdog->expired()) stop_deadline(lua);
}

void deadline_hook(lua_State* lua, lua_Debug*) {
  if (host_of(lua).watchdog->expired()) stop_deadline(lua);
  lua_sethook(lua, nullptr, 0, 0);
}

}  // namespace tsg::lua
