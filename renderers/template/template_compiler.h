// SPDX-License-Identifier: MIT
// Compiles a page from the trees of its files. The HTML of literals, values and includes is followed from the
// first byte to the last (html_reader.h): so it is known of each value where it stands, and of each block
// that its branches leave the page in one and the same place.
#pragma once

#include <optional>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "renderers/template/template_file.h"
#include "renderers/template/template_program.h"
#include "renderers/template/template_tree.h"

namespace tsg {

struct ParsedTemplate {
  const TemplateFile* file = nullptr;
  TemplateNodes nodes = {};
  bool whole = true;  // false: messages of its own say what is wrong with it
};

// None when something is wrong with the page; `diagnostics` says what.
std::optional<TemplateProgram> compile_page(const std::vector<ParsedTemplate>& files, std::size_t page,
                                            Diagnostics& diagnostics);

}  // namespace tsg
