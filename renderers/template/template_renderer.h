// SPDX-License-Identifier: MIT
// Runs a page's program over values.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "renderers/template/template_program.h"
#include "renderers/template/template_value.h"

namespace tsg {

enum class RenderEnd : std::uint8_t {
  Whole,
  NoSuchPage,
  TooLarge,     // more than template_limits::output_bytes
  TooManySteps  // more than template_limits::render_steps
};

// A later scope hides an earlier one's names. Appends to `out`; unless all went in, `out` is as it was.
RenderEnd render_program(const TemplateProgram& program, std::span<const TemplateValue* const> scopes,
                         std::string& out);

}  // namespace tsg
