// SPDX-License-Identifier: MIT
// What templates can say of the pages of a guide, added to the values of a page.
#pragma once

#include "renderers/site/site.h"
#include "renderers/template/template_value.h"

namespace tsg {

// REQUIRES: page.kind is Guide, Step, Outcome
void write_tree_values(const Site& site, const SitePage& page, TemplateValue& values);
void write_step_values(const Site& site, const SitePage& page, TemplateValue& values);
void write_outcome_values(const Site& site, const SitePage& page, TemplateValue& values);

}  // namespace tsg
