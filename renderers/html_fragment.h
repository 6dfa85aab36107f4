// SPDX-License-Identifier: MIT
// The same content to stand in someone else's page, under their H1: sections that begin at H2, in a <div
// class="tsg">.
#pragma once

#include <string>

#include "engine/composer/composed.h"

namespace tsg {

std::string render_html_fragment(const ComposedGuide& guide);
// The article's parts, in their own headings from H2 down; its H1 is the caller's.
std::string render_html_fragment(const ComposedArticle& article);

}  // namespace tsg
