// SPDX-License-Identifier: MIT
// What changed between two resolutions, for readers and programs (docs/diff.md). What an audience may not see
// must be out of it already: seen_by (engine/composer/resolution_difference.h).
#pragma once

#include <string>

#include "engine/composer/resolution_difference.h"
#include "renderers/terminal.h"

namespace tsg {

std::string difference_terminal(const ResolutionDifference& difference, const TerminalOptions& options);
std::string difference_markdown(const ResolutionDifference& difference);
// `tsg-difference/1`; every member is always there; ends with a line feed.
std::string difference_json(const ResolutionDifference& difference);
// <div class="tsg"> with sections from H2, to stand in another page.
std::string difference_html(const ResolutionDifference& difference);

}  // namespace tsg
