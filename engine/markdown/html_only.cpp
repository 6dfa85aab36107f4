// SPDX-License-Identifier: MIT
#include "engine/markdown/html_only.h"

namespace tsg {

namespace {

const char html_only_mark = 0;

}  // namespace

void mark_html_only(cmark_node* html_inline) {
  cmark_node_set_user_data(html_inline, const_cast<char*>(&html_only_mark));
}

bool is_html_only(cmark_node* html_inline) {
  return cmark_node_get_user_data(html_inline) == &html_only_mark;
}

}  // namespace tsg
