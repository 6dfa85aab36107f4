// SPDX-License-Identifier: MIT
// Whether a JSON body is strict JSON (J01), and keys that occur twice (J02).
#pragma once

#include "engine/loader/article_source.h"
#include "engine/loader/json_tree.h"

namespace tsg {

void check_json_syntax(ArticleSource& source, const JsonTreeReading& reading);

}  // namespace tsg
