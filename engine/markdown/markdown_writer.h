// SPDX-License-Identifier: MIT
// Writes a clean tree as Markdown, in one normal form: ATX headings, `-` and `1.` lists, fences of backticks,
// links in place. Reading it again gives the same document.
#pragma once

#include <cmark-gfm.h>

#include <optional>

#include "engine/markdown/segment_writer.h"

namespace tsg {

// Nothing when it would be larger than limits::rendered_bytes.
std::optional<Segments> write_markdown(cmark_node* root, const PreparedBody& body, PlaceholderNames& names);

}  // namespace tsg
