// SPDX-License-Identifier: MIT
// Notes which lines of which file run, with a line hook. It costs a call for each line: for tests of rules,
// never for production.
#pragma once

#include <lua.hpp>
#include <map>
#include <string>
#include <utility>

#include "engine/model/rule.h"
#include "engine/model/rule_lines.h"

namespace tsg::lua {

class LineRecorder {
 public:
  // Borrows `lines`, which gets an entry for each file that is loaded.
  explicit LineRecorder(RuleLines& lines) : lines_(lines) {}

  // What Lua is to call the file of `source`. Modules of several domains may be equal but for the domain, so
  // theirs is in it.
  static std::string name_of(const RuleSource& source);

  // The compiled main function of `source` is at the top of the stack.
  void declare(lua_State* lua, const RuleSource& source);
  // The code at `where` of a rule of `domain` is about to run.
  void note(lua_State* lua, lua_Debug* where, std::string_view domain);

 private:
  using Name = std::pair<std::string, std::string>;  // domain of a rule, empty for a module; name_of

  RuleLines& lines_;
  std::map<Name, FileLines*> files_ = {};
};

// The hook: notes the line, and stops the run at its deadline as the watchdog's own hook would.
void line_hook(lua_State* lua, lua_Debug* where);

}  // namespace tsg::lua
