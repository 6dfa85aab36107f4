// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "engine/composer/composed.h"
#include "renderers/terminal_writer.h"

namespace tsg {

// A section's heading: capitals, underlined.
void write_section(TerminalWriter& out, std::string_view title);

void write_evidence(TerminalWriter& out, const std::vector<ComposedEvidence>& evidence, std::size_t left_out,
                    std::size_t indent);

// "How this was found" and "Still open", as html_path.h has them.
void write_path(TerminalWriter& out, const ComposedGuide& guide);
void write_open(TerminalWriter& out, const ComposedGuide& guide);

}  // namespace tsg
