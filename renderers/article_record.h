// SPDX-License-Identifier: MIT
// One article as one line of JSON, in the shape of the reference reader's records (docs/article-format.md).
#pragma once

#include <string>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/article.h"

namespace tsg {

// A JSON object without a line end. Offsets are bytes of the file. `problems` holds the diagnostics that the
// reference reader has a code for. Of a JSON
// body that cannot be read the members say null that speak of its content.
std::string article_record(const Article& article, const Diagnostics& diagnostics);

}  // namespace tsg
