// SPDX-License-Identifier: MIT
// What is answered under /articles and /forms: articles of the whole pack, the free-standing ones too.
#pragma once

#include "tools/api/api_call.h"

namespace tsg {

web::Response list_articles(const ApiCall& call);
// Without facts: placeholders stand by the author's defaults. For customers unless ?audience=agent.
web::Response show_article(const ApiCall& call);
// Which elements of an article's form show, given what was answered.
web::Response form_visibility(const ApiCall& call);

}  // namespace tsg
