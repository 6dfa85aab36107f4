// SPDX-License-Identifier: MIT
// A body made ready for cmark-gfm: every cut replaced by its key (cuts.h).
#pragma once

#include <string_view>

#include "engine/markdown/cuts.h"
#include "engine/markdown/portal_words.h"
#include "engine/markdown/reporter.h"

namespace tsg {

// Linear in the body. A comment or component that holds a backtick or `~~~` is left where it is: it may begin
// inside of code, which only cmark-gfm can tell.
PreparedBody prepare_body(std::string_view body, const PortalWords& words, Reporter& reporter);

// `literal` of a code span or block as its author wrote it: comments and components are text there. Keys of
// placeholders and markers stay in it.
std::string code_as_written(std::string_view literal, const PreparedBody& body);

}  // namespace tsg
