// SPDX-License-Identifier: MIT
#pragma once

#include "engine/composer/composed.h"
#include "renderers/html_writer.h"

namespace tsg {

// "How this was found": the steps in order, a heading for each branch.
void write_path(HtmlWriter& out, const ComposedGuide& guide);

// "Still open": questions, what would answer them, and where each answer would lead.
void write_open(HtmlWriter& out, const ComposedGuide& guide);

}  // namespace tsg
