// SPDX-License-Identifier: MIT
// A resolution as JSON: docs/resolution-format.md, docs/resolution.schema.json. Read back by
// engine/loader/resolution_reader.h; what is read equals what was written, as long as its text is UTF-8 and
// its numbers are finite, which holds for every resolution the evaluator makes.
#pragma once

#include <string>

#include "engine/model/resolution.h"
#include "engine/text/json_writer.h"

namespace tsg {

// Every member of every object is written, in a fixed order, absent ones as null; ends with a line feed.
// indent_width 0 writes one line.
std::string resolution_json(const Resolution& resolution, int indent_width = 2);

// The same as one value of a larger text, laid out as `json` does.
void write_resolution(JsonWriter& json, const Resolution& resolution);

}  // namespace tsg
