// SPDX-License-Identifier: MIT
// A resolved guide, or an article, as GitHub-flavoured Markdown: case notes to paste into a ticket.
#pragma once

#include <string>

#include "engine/composer/composed.h"

namespace tsg {

std::string render_markdown(const ComposedGuide& guide);
std::string render_markdown(const ComposedArticle& article);

}  // namespace tsg
