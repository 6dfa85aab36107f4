// SPDX-License-Identifier: MIT
// What is wrong with the form in a JSON body: its keys, elements and options (J03 to J09, J16 to J19) and
// when its elements show (J10 to J15).
#pragma once

#include "engine/loader/article_source.h"
#include "engine/loader/json_value.h"
#include "engine/model/form.h"

namespace tsg {

// A body without `formElements` is no form, and has nothing to report.
void check_form(ArticleSource& source, const JsonValue& root);

// An element as it is written and as it is read. REQUIRES: they belong together
struct WrittenElement {
  JsonValue json = {};
  const FormElement* element = nullptr;
};

}  // namespace tsg
