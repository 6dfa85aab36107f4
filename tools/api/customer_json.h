// SPDX-License-Identifier: MIT
// What a customer may be told of a resolution. A Resolution holds what rules and agents said, so none of it
// is taken over: this is written from the guide as it was composed for customers.
#pragma once

#include <string>

#include "engine/model/pack.h"
#include "engine/model/resolution.h"

namespace tsg {

// {"audience": "customer", "guide", ..., "conclusion", "outcomes": [{..., "html", "markdown"}], "open",
// "html", "markdown"}
std::string customer_json(const Resolution& resolution, const Pack& pack);

}  // namespace tsg
