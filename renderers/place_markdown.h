// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace tsg {

// Appends an article's filled Markdown with its headings moved: H2 (and H1) to `top_level`, deeper ones after
// it, at most 6. `#` headings and one-line headings underlined with = or - are known, code is left alone.
// Ends in one line end.
void place_markdown(std::string& out, std::string_view article, int top_level);

}  // namespace tsg
