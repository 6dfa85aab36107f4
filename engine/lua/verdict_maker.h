// SPDX-License-Identifier: MIT
// Makes the verdict of a run that has ended, and holds it to the rule's contract.
#pragma once

#include <string>

#include "engine/lua/run.h"

namespace tsg::lua {

// How a run ended, as far as Lua knows.
struct RunEnd {
  Draft* draft = nullptr;     // what decide returned; null when it was no verdict
  std::string returned = {};  // the Lua type of what it returned instead
  std::string error = {};     // the message of an error that nothing caught
  bool broke = false;
};

// Takes what the run said.
Verdict make_verdict(Run& run, const RunEnd& end);
// A verdict of kind Error that no run gave.
Verdict error_verdict(const RuleContract& contract, std::string message, std::uint32_t line);

}  // namespace tsg::lua
