// SPDX-License-Identifier: MIT
// Compares the headings and links of a record with those of the Markdown tree. The record was made by reading
// lines; where the two differ for a reason that can be checked in the text, the difference is explained
// (outline_reasons.h).
#pragma once

#include <simdjson.h>

#include "engine/model/article.h"
#include "tests/conform/tally.h"

namespace tsg::conform {

void compare_outlines(simdjson::dom::element expected, simdjson::dom::element got, const Article& article,
                      Tally& tally);

}  // namespace tsg::conform
