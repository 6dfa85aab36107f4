// SPDX-License-Identifier: MIT
// Tags that only the HTML output has, such as the span around what was a portal link.
#pragma once

#include <cmark-gfm.h>

namespace tsg {

void mark_html_only(cmark_node* html_inline);
bool is_html_only(cmark_node* html_inline);

}  // namespace tsg
