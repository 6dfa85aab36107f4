// SPDX-License-Identifier: MIT
// The `parameters` of a solution or a troubleshooter: texts by name. One that is named as a document of the
// guide's catalogue is that document of facts, as JSON; `now` is the time; the rest are other words.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "renderers/help_api/help_json.h"
#include "tools/api/problem.h"
#include "tools/desk/desk_content.h"
#include "tools/sessions/session_event.h"

namespace tsg {

struct HelpParameters {
  std::vector<FactsDocument> documents = {};
  std::string now = {};
  HelpMap rest = {};
};

// Documents that cannot be used are told by name, code and place, and nothing of them is quoted. REQUIRES:
// the guide can be walked
std::variant<HelpParameters, Problem> read_help_parameters(const DeskContent& content,
                                                           const std::string& guide, const HelpMap& given);

}  // namespace tsg
