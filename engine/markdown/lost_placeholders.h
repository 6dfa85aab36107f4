// SPDX-License-Identifier: MIT
// Tells authors of placeholders that no reader will ever see filled.
#pragma once

#include <vector>

#include "engine/markdown/cuts.h"
#include "engine/markdown/reporter.h"

namespace tsg {

// `shown` and `reported` have one entry a cut: it is in the HTML; a message told of it already.
void report_lost_placeholders(const PreparedBody& body, const std::vector<bool>& shown,
                              const std::vector<bool>& reported, Reporter& reporter);

}  // namespace tsg
