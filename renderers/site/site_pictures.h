// SPDX-License-Identifier: MIT
// Pictures that articles show from files of the pack.
#pragma once

#include <map>
#include <string>

#include "renderers/site/site.h"

namespace tsg {

inline constexpr std::size_t picture_bytes = 8U << 20U;

// By the path below `root`; named by their contents, so that a browser may keep them for ever. Only png, jpg,
// jpeg, gif and webp; what cannot be read is left out (site_links.h reports it).
std::map<std::string, SitePicture, std::less<>> read_pictures(const SiteSource& source,
                                                              const std::string& root);

}  // namespace tsg
