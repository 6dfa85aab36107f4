// SPDX-License-Identifier: MIT
// A resolved guide, or an article, as one self-contained page: style inside, no script, nothing fetched but
// pictures of the article itself, and a content security policy that says so. Light, dark, print and 320 px.
#pragma once

#include <string>

#include "engine/composer/composed.h"

namespace tsg {

std::string render_html_page(const ComposedGuide& guide);
std::string render_html_page(const ComposedArticle& article);

}  // namespace tsg
