// SPDX-License-Identifier: MIT
// The keys of a form: unknown ones, and known ones in another case (J03, J04).
#pragma once

#include "engine/loader/article_source.h"
#include "engine/loader/json_value.h"

namespace tsg {

// Every key of the form, from its outermost object to its options. J03 counts the keys of elements alone;
// those in another case elsewhere have a code of their own.
void check_form_keys(ArticleSource& source, const JsonValue& root);

}  // namespace tsg
