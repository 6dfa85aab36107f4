// SPDX-License-Identifier: MIT
// JSON bodies to typed values. A member that is absent, null or of another type is as if it was not there;
// keys may differ in case. What is wrong with a body is told by engine/checker/json_body_check.h.
#pragma once

#include "engine/loader/json_value.h"
#include "engine/model/form.h"

namespace tsg {

// The form whose outermost object `root` is. What stands in `formElements` and is no object is left out.
Form read_form_body(const JsonValue& root);

// One element, and its visibility alone: an expression that cannot be read shows always.
FormElement read_form_element(const JsonValue& element);
Visibility read_visibility(const JsonValue& visibility);

}  // namespace tsg
