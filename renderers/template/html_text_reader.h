// SPDX-License-Identifier: MIT
// Follows what is no markup: comments, and the content of elements that hold text alone.
#pragma once

#include "renderers/template/html_reader.h"

namespace tsg {

// Behind the `>` of a tag. True: the element's content is text alone.
bool enter_content(HtmlPlace& place);
// REQUIRES: place.state is MarkupDeclaration, BogusComment or Comment
HtmlStep read_comment(HtmlPlace& place, char c);
// REQUIRES: place.state is Rcdata, RawText, Script or Json
HtmlStep read_text_element(HtmlPlace& place, char c);

}  // namespace tsg
