// SPDX-License-Identifier: MIT
#pragma once

#include "engine/loader/json_value.h"
#include "engine/model/support_topics.h"

namespace tsg {

// The topics whose outermost object `root` is; absent members are empty, what is no object is left out.
SupportTopics read_support_topics(const JsonValue& root);

}  // namespace tsg
