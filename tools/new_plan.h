// SPDX-License-Identifier: MIT
// What `tsg new` will write, worked out before anything is written.
#pragma once

#include <string>
#include <vector>

#include "engine/text/result.h"
#include "tools/new.h"
#include "tools/new_files.h"

namespace tsg {

struct NewPlan {
  std::string root = {};
  std::vector<NewFile> made = {};          // must not be there
  std::vector<NewFile> changed = {};       // are there, with their new text
  std::vector<NewCommand> scenarios = {};  // are recorded when the files are there
  std::vector<std::string> next = {};      // what the author does now
};

// An error says what is wrong with the command.
Result<NewPlan> plan_pack(const NewCommand& command);
Result<NewPlan> plan_guide(const NewCommand& command);
Result<NewPlan> plan_step(const NewCommand& command);
Result<NewPlan> plan_rule(const NewCommand& command);
Result<NewPlan> plan_article(const NewCommand& command);
Result<NewPlan> plan_scenario(const NewCommand& command);

}  // namespace tsg
