// SPDX-License-Identifier: MIT
#include "engine/lua/own_tables.h"

#include <catch2/catch.hpp>
#include <lua.hpp>
#include <memory>
#include <string>

namespace {

using namespace tsg::lua;

struct Close {
  void operator()(lua_State* lua) const { lua_close(lua); }
};

Assignments proof_of(const std::string& source) {
  const std::unique_ptr<lua_State, Close> lua(luaL_newstate());
  INFO(source);
  REQUIRE(luaL_loadbufferx(lua.get(), source.data(), source.size(), "=rule", "t") == LUA_OK);
  return assignments_of(lua.get());
}

}  // namespace

TEST_CASE("code that assigns only into tables it made is proven") {
  for (const char* source : {
           "return { decide = function(facts) return yes { Name = facts.name } end }",
           "return function(facts) local out = {} for i = 1, #facts.list do out[#out + 1] = facts.list[i] "
           "end return out end",
           "return function(facts) local t = { a = 1 } t.b = facts.x t[3] = 4 t['c'] = 5 return t end",
           "local M = {} function M.of(facts) return facts.a end return M",
           "return function(list) local n = 0 for _, each in ipairs(list) do n = n + each end return n end",
           "return function(f) local t = {} local same = t same.x = f return same end",
           "return function(f) local out = {} local function add(x) out[#out + 1] = x end add(f) return out "
           "end",
           "return function(f) local out = {} local function a() return function(x) out.y = x end end a()(f) "
           "end",
           "return function(f) local n = 0 local function count() n = n + 1 end count() return n end",
           "return function(f, ...) local t = { ... } t[1] = f return t end",
           "return function(f) for i = 1, 3 do local t = {} t[i] = f end end",
           "return function(f) local t = {} if f then t.a = 1 else t.b = 2 end return t end",
           "return function(f) goto done ::again:: do local t = {} t.x = f end ::done:: end",
           "return function(f) local t = {} while #t < 3 do t[#t + 1] = f .. 'x' end return t end",
       }) {
    CHECK(proof_of(source) == Assignments::OwnTables);
  }
}

TEST_CASE("code that may assign into a table from elsewhere is not proven") {
  for (const char* source : {
           "return function(facts) facts.name = 1 end",
           "return function(facts) facts[1] = 1 end",
           "return function(facts) facts.list[#facts.list + 1] = 1 end",
           "return function(facts, key) facts[key] = 1 end",
           "name = 1",
           "return function(f) local t = {} t = f t.x = 1 end",
           "return function(f) local t = f or {} t.x = 1 end",
           "return function(f) local t = {} if f then t = f end t.x = 1 end",
           "return function(f) local t = {} for i = 1, 2 do t.x = i t = f end end",
           "return function(f) local t = {} local function swap() t = f end swap() t.x = 1 end",
           "return function(f) local t = {} local function put() t.x = 1 end t = f put() end",
           "return function(f) local put do local t = {} put = function() t.x = 1 end t = f end put() end",
           "return function(f) local t = f local function put() t.x = 1 end t = {} put() end",
           "return function(f) local t = {} t.inner = f t.inner.x = 1 end",
           "return function(f) local function own() return f end own().x = 1 end",
           "return function(f) local a, b = {}, f a, b = b, a a.x = 1 end",
           "return function(f) for _, each in ipairs(f) do each.seen = true end end",
           "return function(f) for i = 1, 2 do local t if i == 1 then t = {} else t = f end t.x = 1 end end",
           "return function(f) goto first ::second:: do local t = f t.x = 1 end do return end ::first:: goto "
           "second end",
           "return function(...) local t = ... t.x = 1 end",
           "return function(f) local t = {} local function deep() return function() t = f end end deep()() "
           "t.x = 1 end",
           "return function(f) local t = setmetatable({}, { __newindex = f }) t.x = 1 end",
       }) {
    CHECK(proof_of(source) == Assignments::Anywhere);
  }
}

TEST_CASE("a dump that was cut or bent is no proof") {
  const std::unique_ptr<lua_State, Close> lua(luaL_newstate());
  REQUIRE(luaL_loadstring(lua.get(), "local t = {} t.x = 1 return function() local u = {} u[1] = t end") ==
          LUA_OK);
  std::string dump;
  lua_dump(
      lua.get(),
      [](lua_State*, const void* bytes, std::size_t size, void* to) {
        static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), size);
        return 0;
      },
      &dump, 1);
  REQUIRE(read_dump(dump));
  CHECK(assignments_of(*read_dump(dump)) == Assignments::OwnTables);
  for (std::size_t size = 0; size < dump.size(); ++size) CHECK_FALSE(read_dump(dump.substr(0, size)));
  for (std::size_t at = 0; at < dump.size(); ++at) {
    std::string bent = dump;
    bent[at] = static_cast<char>(bent[at] ^ 0x55);
    if (const auto function = read_dump(bent)) assignments_of(*function);  // no crash, whatever it says
  }
}
