// SPDX-License-Identifier: MIT
// The names of a page's templates against those that a site has.
#pragma once

#include <memory>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "renderers/template/template_file.h"
#include "renderers/template/template_names.h"
#include "renderers/template/template_program.h"

namespace tsg {

// Adds to `diagnostics` what they do not hold yet: an unknown name, a list that is written, a loop over what
// is no list, markup where it is no text.
void check_names(const TemplateProgram& program, const std::vector<std::unique_ptr<TemplateFile>>& files,
                 const TemplateNames& names, Diagnostics& diagnostics);

}  // namespace tsg
