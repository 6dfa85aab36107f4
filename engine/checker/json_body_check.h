// SPDX-License-Identifier: MIT
// What is wrong in the JSON body of an article: whether it is JSON, the form, the menu, the topics or the
// metadata it holds (rules J01 to J21 and J23; codes in engine/diagnostics/json_body_codes.h). What needs
// the whole repository, such as an articleId that nobody has, is not looked at here.
#pragma once

#include "engine/loader/article_source.h"

namespace tsg {

// Reports to `source`; an article without a JSON body has nothing to report. A body that cannot be read gets
// one message, for the rest is unknown.
void check_json_body(ArticleSource& source);

}  // namespace tsg
