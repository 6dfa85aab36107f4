// SPDX-License-Identifier: MIT
#include "renderers/help_api/help_solution_json.h"

#include "renderers/help_api/help_solution_shape.h"
#include "renderers/help_api/shape_reader.h"
#include "renderers/help_api/shape_writer.h"

namespace tsg {

namespace {

template <typename T>
std::string written(const T& value, int indent_width) {
  JsonWriter json(indent_width);
  ShapeWriter(json).write(value);
  return json.take();
}

}  // namespace

std::string help_solution_json(const HelpSolution& solution, int indent_width) {
  return written(solution, indent_width);
}

HelpReading<HelpSolution> read_help_solution(std::string_view text) {
  return ShapeReader::read_text<HelpSolution>(text);
}

}  // namespace tsg
