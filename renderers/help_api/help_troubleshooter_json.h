// SPDX-License-Identifier: MIT
// A troubleshooter of the Help API as JSON, and back: read(write(x)) == x, and write(read(text)) says what
// text said, but for members that are null.
#pragma once

#include <string>
#include <string_view>

#include "renderers/help_api/help_reading.h"
#include "renderers/help_api/help_troubleshooter.h"

namespace tsg {

// Without a line end; indent_width 0 writes one line.
std::string help_troubleshooter_json(const HelpTroubleshooter& troubleshooter, int indent_width = 0);

// Unknown members and unknown words of enumerations are kept.
HelpReading<HelpTroubleshooter> read_help_troubleshooter(std::string_view text);

// What is sent to go on, and what a restart gives.
HelpReading<HelpContinue> read_help_continue(std::string_view text);
std::string help_continue_json(const HelpContinue& request, int indent_width = 0);
std::string help_restarted_json(const HelpRestarted& restarted, int indent_width = 0);

}  // namespace tsg
