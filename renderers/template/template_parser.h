// SPDX-License-Identifier: MIT
// Reads one template to its tree: blocks closed, expressions read, includes named. Tells everything that is
// wrong in the file by itself; a tag that cannot be read is left out.
#pragma once

#include "engine/diagnostics/diagnostic.h"
#include "renderers/template/template_file.h"
#include "renderers/template/template_tree.h"

namespace tsg {

TemplateNodes parse_template(const TemplateFile& file, Diagnostics& diagnostics);

}  // namespace tsg
