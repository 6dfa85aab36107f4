// SPDX-License-Identifier: MIT
// Facts on their way into a journal: read, held to the catalogue, freed of secrets.
#pragma once

#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/loader/facts_binding.h"
#include "tools/desk/desk_content.h"
#include "tools/sessions/session_event.h"

namespace tsg {

struct KeptFacts {
  std::vector<FactsDocument> documents = {};
  Diagnostics diagnostics = {};
  bool refused = false;  // what was given is no JSON, or cannot be told from something else
};

// From files and folders, as `--facts` names them. REQUIRES: the guide can be walked
KeptFacts keep_facts(const DeskContent& content, std::string_view guide, const FactsRequest& request);

// From a text that is an object whose members are documents; `name` stands in messages.
KeptFacts keep_facts_text(const DeskContent& content, std::string_view guide, std::string_view name,
                          std::string_view json, const FactsRequest& request = {});

}  // namespace tsg
