// SPDX-License-Identifier: MIT
// The article as a file: its bytes, its line ends, its name.
#pragma once

#include "engine/checker/article_view.h"

namespace tsg {

void check_file_bytes(ArticleView& view);
void check_file_name(ArticleView& view);

}  // namespace tsg
