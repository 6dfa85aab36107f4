// SPDX-License-Identifier: MIT
// The HTML of an article cut at its headings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tsg {

struct HtmlSection {
  std::string title = {};  // plain text
  std::string html = {};   // what follows the heading
  bool operator==(const HtmlSection&) const = default;
};

struct HtmlSections {
  std::string lead = {};  // what stands before the first heading
  std::vector<HtmlSection> sections = {};
  bool operator==(const HtmlSections&) const = default;
};

// Cut at the headings of the highest level that stand in no other element. REQUIRES: `html` is balanced;
// where it is not, all of it is the lead. Blanks at
// the ends are dropped.
HtmlSections cut_sections(std::string_view html);

}  // namespace tsg
