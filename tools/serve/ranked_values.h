// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

#include "renderers/template/template_value.h"
#include "tools/desk/case_view.h"
#include "tools/desk/walk_focus.h"

namespace tsg {

// What would carry the walk on, the best first: `question`, `words`, and `address` of a step that is open.
TemplateValue ranked_values(const CaseView& view,
                            const std::function<std::string(const WalkFocus&)>& address);

}  // namespace tsg
