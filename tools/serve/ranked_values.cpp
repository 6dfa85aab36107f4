// SPDX-License-Identifier: MIT
#include "tools/serve/ranked_values.h"

namespace tsg {

TemplateValue ranked_values(const CaseView&, const std::function<std::string(const WalkFocus&)>&) {
  return TemplateValue::list();
}

}  // namespace tsg
