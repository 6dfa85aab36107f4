// SPDX-License-Identifier: MIT
#pragma once

#include "engine/composer/composed.h"
#include "renderers/markdown_writer.h"

namespace tsg {

// "How this was found" and "Still open", as html_path.h has them.
void write_path(MarkdownWriter& out, const ComposedGuide& guide);
void write_open(MarkdownWriter& out, const ComposedGuide& guide);

}  // namespace tsg
