// SPDX-License-Identifier: MIT
#pragma once

#include "engine/loader/json_value.h"
#include "engine/model/advisor_metadata.h"

namespace tsg {

// The metadata whose outermost object `root` is; absent members are empty, what is no object is left out.
AdvisorMetadata read_advisor_metadata(const JsonValue& root);

}  // namespace tsg
