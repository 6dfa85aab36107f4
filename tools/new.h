// SPDX-License-Identifier: MIT
// `tsg new`: the first version of a pack, guide, step, rule, article or scenario. What it makes passes `tsg
// check` and its scenarios as it is; nothing that is there is ever written over.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tools/console.h"

namespace tsg {

enum class NewKind : std::uint8_t { Pack, Guide, Step, Rule, Article, Scenario };

struct NewCommand {
  NewKind kind = NewKind::Guide;
  std::string name = {};  // a folder, GUIDE, GUIDE/STEP, DOMAIN/RULE, an article's id, GUIDE/SCENARIO
  std::string pack = {};
  std::string title = {};   // empty: made of the name
  std::string domain = {};  // of a guide; empty: its own id
  std::string on = {};      // of a step: STEP.OPTION, the edge it is put on
  std::string type = {};    // of an article; empty: generic
  // Of a scenario:
  std::string facts = {};
  std::string now = {};
  std::vector<std::string> answers = {};
};

ExitCode make_new(const NewCommand& command, const Console& console);

}  // namespace tsg
