// SPDX-License-Identifier: MIT
#include "engine/lua/line_recorder.h"

#include <set>

#include "engine/lua/chunk_loader.h"
#include "engine/lua/compiled_code.h"
#include "engine/lua/opcode_effects.h"
#include "engine/lua/run.h"
#include "engine/lua/stop.h"

namespace tsg::lua {

namespace {

// Instructions that no author wrote: the return that Lua adds at `end` and behind a tail call, the closing
// of a loop's variables, and the move of the arguments of a function with `...`.
bool is_added(const CompiledFunction& function, std::size_t at) {
  const bool last = at + 1 == function.code.size();
  const bool behind_tail_call = at > 0 && opcode_of(function.code[at - 1]) == OpTailCall;
  const std::uint32_t opcode = opcode_of(function.code[at]);
  return last || behind_tail_call || opcode == OpClose || opcode == OpVarargPrep;
}

void add_lines_inside(const CompiledFunction& function, std::set<std::uint32_t>& lines) {
  for (const CompiledFunction& inner : function.inside) {
    for (std::size_t at = 0; at < inner.lines.size(); ++at) {
      if (!is_added(inner, at)) lines.insert(static_cast<std::uint32_t>(inner.lines[at]));
    }
    add_lines_inside(inner, lines);
  }
}

}  // namespace

std::string LineRecorder::name_of(const RuleSource& source) {
  std::string name = chunk_name_of(source);
  return source.is_module ? "=" + source.domain + "/" + name.substr(1) : name;
}

void LineRecorder::declare(lua_State* lua, const RuleSource& source) {
  std::set<std::uint32_t> lines;
  if (const auto main = compiled_function(lua, Lines::Keep)) add_lines_inside(*main, lines);
  FileLines& file = lines_[source.file];
  file.code.assign(lines.begin(), lines.end());
  files_[{source.is_module ? "" : source.domain, name_of(source)}] = &file;
}

void LineRecorder::note(lua_State* lua, lua_Debug* where, std::string_view domain) {
  lua_getinfo(lua, "S", where);
  auto found = files_.find({"", where->source});
  if (found == files_.end()) found = files_.find({std::string(domain), where->source});
  if (found == files_.end() || where->currentline <= 0) return;
  const auto line = static_cast<std::size_t>(where->currentline);
  std::vector<bool>& run = found->second->run;
  if (line >= run.size()) run.resize(line + 1);
  run[line] = true;
}

void line_hook(lua_State* lua, lua_Debug* where) {
  check_deadline(lua);
  Host& host = host_of(lua);
  if (where->event != LUA_HOOKLINE || host.run.contract == nullptr) return;
  const std::string_view rule = host.run.contract->name;
  host.lines->note(lua, where, rule.substr(0, rule.find('/')));
}

}  // namespace tsg::lua
