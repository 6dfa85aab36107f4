// SPDX-License-Identifier: MIT
// What must hold of an article's JSON body, whatever it is: part of the target `article`.
#pragma once

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/article.h"

namespace tsg::fuzz {

// Gives what is wrong with the body.
Diagnostics require_sound_json_body(const Article& article);

}  // namespace tsg::fuzz
