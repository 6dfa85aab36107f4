// SPDX-License-Identifier: MIT
// Cuts the HTML of an article into segments.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/markdown/cuts.h"
#include "engine/markdown/reporter.h"
#include "engine/markdown/segment_writer.h"

namespace tsg {

enum class HeadingIds : std::uint8_t { Add, Omit };

struct HtmlCutting {
  Segments segments = {};
  std::vector<bool> shown = {};  // one a cut
  bool agent_end_lost = false;   // see MarkerPlaces
};

HtmlCutting cut_html(std::string_view html, const PreparedBody& body, HeadingIds ids, PlaceholderNames& names,
                     Reporter& reporter);

}  // namespace tsg
