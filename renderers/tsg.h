// SPDX-License-Identifier: MIT
// All of tsg that an embedder needs: resolving (engine/tsg.h) and every form of what was resolved.
#pragma once

#include "engine/tsg.h"
#include "renderers/html_fragment.h"
#include "renderers/html_page.h"
#include "renderers/markdown.h"
#include "renderers/resolution_json.h"
#include "renderers/terminal.h"
