// SPDX-License-Identifier: MIT
// The components of an article as the Help API's replacement maps.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "renderers/help_api/help_solution.h"
#include "renderers/help_api/keyed_article.h"

namespace tsg {

// What became of the checks that insights ask for, by the symptom that they name.
struct DiagnosticRun {
  std::string symptom = {};
  HelpDiagnostic result = {};  // status, required parameters, insights
};

// Of the components whose keys stand in `html`. An insight makes a diagnostic of each of its symptoms; one
// that nobody ran is `MissingInputs`. A search of the knowledge base has no results here: `x-tsg` says which
// client would offer it.
HelpReplacementMaps replacement_maps(const std::vector<KeyedComponent>& components,
                                     const std::vector<DiagnosticRun>& runs, std::string_view html);

}  // namespace tsg
