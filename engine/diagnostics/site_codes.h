// SPDX-License-Identifier: MIT
// Messages about publishing a pack as a site.
#pragma once

#include "engine/diagnostics/code.h"

namespace tsg::codes {

inline constexpr Code site_setting_odd{"TSG741", Severity::Error, "a setting of [site] cannot be used"};
inline constexpr Code site_link_broken{"TSG742", Severity::Error, "a link leads to no page of the site"};
inline constexpr Code site_anchor_broken{"TSG743", Severity::Error, "a link leads to no heading of its page"};
inline constexpr Code site_picture_missing{"TSG744", Severity::Error, "a picture of an article is not there"};
inline constexpr Code site_step_without_words{"TSG745", Severity::Error,
                                              "a published guide has a step without words for customers"};
inline constexpr Code site_redirect_odd{"TSG746", Severity::Error, "a redirect leads nowhere"};
inline constexpr Code site_placeholder_refused{"TSG747", Severity::Warning,
                                               "an article is not published because of a placeholder"};
inline constexpr Code site_address_shared{"TSG748", Severity::Warning, "two pages want the same address"};

}  // namespace tsg::codes
