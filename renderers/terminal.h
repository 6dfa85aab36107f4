// SPDX-License-Identifier: MIT
// A resolved guide, or an article, for a terminal: the outcome first, then how it was found, then what is
// still open. Reads the same without colours. Values reach the terminal escaped (escape_terminal.h).
#pragma once

#include <cstddef>
#include <string>

#include "engine/composer/composed.h"
#include "renderers/terminal_writer.h"

namespace tsg {

struct TerminalOptions {
  std::size_t width = 80;  // columns; commands and URLs are never wrapped
  Colour colour = Colour::Never;
};

std::string render_terminal(const ComposedGuide& guide, const TerminalOptions& options = {});
std::string render_terminal(const ComposedArticle& article, const TerminalOptions& options = {});

}  // namespace tsg
