// SPDX-License-Identifier: MIT
// What a step's article says beside its question: why it is asked and how to find out. The list of answers is
// left out, because the page has it as its choices.
#pragma once

#include <string>

#include "engine/model/pack.h"

namespace tsg {

// Markup for agents; empty when the step has no article.
std::string step_article_html(const Pack& pack, const Step& step);

}  // namespace tsg
