// SPDX-License-Identifier: MIT
#include "renderers/help_api/help_solution_json.h"

#include "renderers/help_api/help_solution_shape.h"
#include "renderers/help_api/shape_reader.h"
#include "renderers/help_api/shape_writer.h"

namespace tsg {

std::string help_solution_json(const HelpSolution& solution, int indent_width) {
  return written_shape(solution, indent_width);
}

HelpReading<HelpSolution> read_help_solution(std::string_view text) {
  return ShapeReader::read_text<HelpSolution>(text);
}

}  // namespace tsg
