// SPDX-License-Identifier: MIT
// What can be wrong with catalogues (TSG30x) and facts (TSG32x and up).
#pragma once

#include "engine/diagnostics/code.h"

namespace tsg::codes {

inline constexpr Code catalogue_path{"TSG300", Severity::Error, "a fact path that cannot be read"};
inline constexpr Code catalogue_type{"TSG301", Severity::Error, "an unknown fact type"};
inline constexpr Code catalogue_twice{"TSG302", Severity::Error, "a fact path declared twice"};
inline constexpr Code catalogue_contradiction{"TSG303", Severity::Error,
                                              "a fact path declared as two different things"};
inline constexpr Code catalogue_document{"TSG304", Severity::Error, "a document of facts declared wrongly"};
inline constexpr Code catalogue_absent{"TSG305", Severity::Error, "a meaning of absence that cannot hold"};
inline constexpr Code catalogue_value{"TSG306", Severity::Error, "a value the catalogue cannot take"};
inline constexpr Code catalogue_empty_document{"TSG307", Severity::Warning, "a document without any path"};

inline constexpr Code facts_unreadable{"TSG320", Severity::Error, "facts that cannot be opened"};
inline constexpr Code facts_not_json{"TSG321", Severity::Error, "facts that are not JSON"};
inline constexpr Code facts_limits{"TSG322", Severity::Error, "facts larger or deeper than is read"};
inline constexpr Code facts_no_documents{"TSG323", Severity::Error, "facts without documents"};
inline constexpr Code facts_duplicate{"TSG324", Severity::Error, "a member given twice"};
inline constexpr Code facts_disagree{"TSG325", Severity::Error,
                                     "`properties` disagrees with the object above it"};
inline constexpr Code facts_unknown_document{"TSG326", Severity::Warning, "a document no catalogue declares"};
inline constexpr Code facts_unbound{"TSG327", Severity::Error, "facts whose document cannot be told"};
inline constexpr Code facts_bound{"TSG328", Severity::Info, "facts taken as a document"};
inline constexpr Code facts_gathered{"TSG329", Severity::Warning, "a note on gathering that cannot be used"};
inline constexpr Code facts_now{"TSG330", Severity::Error, "a current time that is none"};
inline constexpr Code facts_first_page{"TSG332", Severity::Warning, "a list that is only its first page"};
inline constexpr Code facts_more_problems{"TSG331", Severity::Error,
                                          "more members given twice than are shown"};

}  // namespace tsg::codes
