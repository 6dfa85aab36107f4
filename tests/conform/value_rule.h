// SPDX-License-Identifier: MIT
// What a rule gets when it reads a hostile string: the same bytes, or Unknown; and where rules are text, no
// value becomes a part of it.
#pragma once

#include <string>

#include "engine/loader/facts_reader.h"
#include "engine/lua/rule_engine.h"

namespace tsg::conform {

class ValueRule {
 public:
  ValueRule();
  // The verdict of a rule that answers with the fact it reads and with the size it has in Lua.
  Verdict read(const std::string& text);

 private:
  Catalogue catalogue_;
  std::vector<RuleSource> sources_;
  RuleCompilation compiled_;
  FactsReader reader_;
};

}  // namespace tsg::conform
