// SPDX-License-Identifier: MIT
// The `facts` of a request, on their way into a walk.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tools/api/problem.h"
#include "tools/desk/desk_content.h"
#include "tools/sessions/session_event.h"

namespace tsg {

struct GivenFacts {
  std::vector<FactsDocument> documents = {};
  std::vector<std::string> warnings = {};  // "TSG326: a document no catalogue declares: line 3, column 5"
};

// `facts` are the bytes of an object of documents within `body`, or nothing. Both say what kind of problem
// there is and where, in the words of its code alone: what a diagnostic quotes may be secret. REQUIRES: the
// guide can be walked
std::variant<GivenFacts, Problem> read_given_facts(const DeskContent& content, std::string_view guide,
                                                   std::string_view body,
                                                   std::optional<std::string_view> facts,
                                                   const std::string& now);

}  // namespace tsg
