// SPDX-License-Identifier: MIT
// A value into HTML lives in the lowest room, because templates and renderers both need it; renderers and
// embedders find it here.
#pragma once

#include "engine/text/escape_html.h"  // IWYU pragma: export
