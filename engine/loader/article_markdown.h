// SPDX-License-Identifier: MIT
// The Markdown of an article as it lies in its file.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/model/article.h"
#include "engine/text/place.h"

namespace tsg {

// The parts of the article's decoded text that are Markdown, in order: what stands before the header (authors
// put the H1 there), and what stands behind it up to a JSON body.
std::vector<ByteRange> markdown_parts(const Article& article);

// Those parts with the lines of the file: of the header only its line ends are left.
std::string markdown_in_lines(const Article& article);

}  // namespace tsg
