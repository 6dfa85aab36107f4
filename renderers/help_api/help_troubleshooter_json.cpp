// SPDX-License-Identifier: MIT
#include "renderers/help_api/help_troubleshooter_json.h"

#include "renderers/help_api/help_troubleshooter_shape.h"
#include "renderers/help_api/shape_reader.h"
#include "renderers/help_api/shape_writer.h"

namespace tsg {

std::string help_troubleshooter_json(const HelpTroubleshooter& troubleshooter, int indent_width) {
  return written_shape(troubleshooter, indent_width);
}

HelpReading<HelpTroubleshooter> read_help_troubleshooter(std::string_view text) {
  return ShapeReader::read_text<HelpTroubleshooter>(text);
}

HelpReading<HelpContinue> read_help_continue(std::string_view text) {
  return ShapeReader::read_text<HelpContinue>(text);
}

std::string help_continue_json(const HelpContinue& request, int indent_width) {
  return written_shape(request, indent_width);
}

std::string help_restarted_json(const HelpRestarted& restarted, int indent_width) {
  return written_shape(restarted, indent_width);
}

}  // namespace tsg
