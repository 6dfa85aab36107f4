// SPDX-License-Identifier: MIT
// Follows the URL in a quoted attribute as far as it decides which values may follow.
#pragma once

#include "renderers/template/html_reader.h"

namespace tsg {

// REQUIRES: place.url is not UrlPart::None
HtmlStep read_url(HtmlPlace& place, char c);

}  // namespace tsg
