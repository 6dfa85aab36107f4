// SPDX-License-Identifier: MIT
// Reads what a rule's table promises: answers, reads, provides, lowers; and finds what is wrong with it.
#pragma once

#include "engine/diagnostics/diagnostic.h"
#include "engine/lua/read_access.h"
#include "engine/model/rule.h"

struct lua_State;

namespace tsg::lua {

struct ContractReading {
  RuleContract contract = {};
  ReadAccess access = {};
  Diagnostics diagnostics = {};
};

// The table at the top of the stack is what the rule's file returned. Reads raw.
ContractReading read_contract(lua_State* lua, const RuleSource& source, const Catalogue& catalogue);

}  // namespace tsg::lua
