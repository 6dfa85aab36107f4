// SPDX-License-Identifier: MIT
// What cmark-gfm 0.29.0.gfm.6 may be given. It has inputs that cost quadratic time or memory; they are known,
// and can be told from the text before it is parsed:
//
//   a wide table with short rows    missing cells are filled in: columns x rows
//   a row or header of many pipes   cells are kept in a list that is walked for each new one
//   many lines like `|-|-|`         each looks through the paragraph before it for its header
//   many uses of one long link definition, each written out in full
//   many containers open at once    each line, blank ones too, is matched against all of them
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tsg {

// Why `markdown` is not parsed ("line 3 begins a table of 70 columns; at most 64 are read"); nothing when it
// may be. Linear, and errs on the side of refusing.
std::optional<std::string> beyond_bounds(std::string_view markdown);

}  // namespace tsg
