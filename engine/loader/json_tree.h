// SPDX-License-Identifier: MIT
// A JSON text as a tree of values with their places. It keeps what a reader for data throws away: the order
// of members, repeated keys, how everything was written.
//
//   const JsonTreeReading read = read_json_tree(text, range);
//   for (const JsonValue element : read.tree.root().member("formElements").children())
//     use(element.member("id").text());
//
// Three departures from RFC 8259 that authors make are read, and told in `flaws`: a control character as it
// is in a text, a comma behind the last item, a key without quotes. Anything else ends the reading.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/loader/json_value.h"
#include "engine/model/article.h"
#include "engine/text/place.h"

namespace tsg {

// One departure, and the edit that mends it: the bytes of `range` become `replacement` (ASCII).
struct JsonDeparture {
  JsonFlawKind kind = JsonFlawKind::Unreadable;
  ByteRange at = {};  // where a strict reader stops
  ByteRange range = {};
  std::string replacement = {};
};

struct JsonTreeReading {
  JsonTree tree = {};
  std::vector<JsonDeparture> departures = {};  // by place; at most `most_departures` are kept
  std::vector<std::uint32_t> duplicates = {};  // members that repeat a key of their object, by its end
  std::string problem = {};                    // why there is no tree; empty when there is one
  ByteRange problem_at = {};

  static constexpr std::size_t most_departures = 200;
  bool readable() const { return problem.empty(); }
};

// Reads the JSON value that the bytes `range` of `text` are. Offsets are those of `text`, which must outlive
// the tree. Beyond limits::json_body_depth and limits::json_body_values it is unreadable.
JsonTreeReading read_json_tree(std::string_view text, ByteRange range);

}  // namespace tsg
