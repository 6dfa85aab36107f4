// SPDX-License-Identifier: MIT
// Guides resolved for `tsg preview`: with the facts that were given to it, or with those of a scenario.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/composer/composed.h"

namespace tsg {

struct PreviewFacts {
  std::vector<std::string> facts = {};  // --facts
  std::string now = {};
};

// A page as HTML without its frame: what stands in <main>, and the title.
struct PreviewPage {
  std::string title = {};
  std::string html = {};
};

// What can be resolved of a guide: the facts given, and every scenario; nothing when the pack has no such
// guide.
std::optional<PreviewPage> list_resolutions(const std::string& root, const std::string& guide,
                                            const PreviewFacts& given);

// The guide resolved with the facts given (`scenario` is empty) or with those of a scenario. Faults stand in
// the page.
std::optional<PreviewPage> resolved_page(const std::string& root, const std::string& guide,
                                         const std::string& scenario, Audience audience,
                                         const PreviewFacts& given);

// The page with its frame; its style is at `style_address`.
std::string framed(const PreviewPage& page, std::string_view style_address);

}  // namespace tsg
