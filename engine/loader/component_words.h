// SPDX-License-Identifier: MIT
// Components and links to blades in words that every page can show.
//
//   <video> <src>https://...</src> <title>How to</title> </video>   a link
//   <videoGroup>                                                    its title and a list of links
//   <metric>                                                        what the chart would show
//   <insight>                                                       a list of what its checks found
//   <azureKB>                                                       nothing: a search of the portal's own
#pragma once

#include "engine/markdown/portal_words.h"
#include "engine/model/portal.h"

namespace tsg {

// Keeps a copy of the settings.
PortalWords portal_words(const PortalSettings& settings);

// `data-blade:Extension.Blade.name.value` as an address of the portal at `address`. Nothing when the blade
// needs a value that only the portal knows (`$resourceId`), or when `target` names no blade. `button-link:`
// is an address already.
std::optional<std::string> blade_address(std::string_view target, std::string_view address);

}  // namespace tsg
