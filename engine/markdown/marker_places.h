// SPDX-License-Identifier: MIT
// Where in the HTML the markers of sections and audiences go, so that what stands between two of them is
// whole.
//
// Begin and end of a pair in the same element stay where they are. Else both move out to the innermost
// element around both: the begin in front of the child that it stood in, the end behind the one that it stood
// in. Any part that is left out or shown alone then leaves balanced HTML.
#pragma once

#include <string_view>
#include <vector>

#include "engine/markdown/html_scan.h"
#include "engine/markdown/reporter.h"

namespace tsg {

struct MarkerPlace {
  std::size_t at = 0;  // in the HTML
  CutKind kind = CutKind::SectionBegin;
  std::size_t cut = 0;  // no_cut: the end of a text for agents that is never closed
};

struct MarkerPlaces {
  std::vector<MarkerPlace> places = {};  // sorted; texts for agents do not overlap
  // An end of a text for agents is not shown anywhere: nobody can tell what of the article is for agents
  // only.
  bool agent_end_lost = false;
};

// `scan` is that of `html`.
MarkerPlaces place_markers(std::string_view html, const HtmlScan& scan, const PreparedBody& body,
                           Reporter& reporter);

}  // namespace tsg
