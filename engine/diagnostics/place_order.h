// SPDX-License-Identifier: MIT
#pragma once

#include "engine/diagnostics/diagnostic.h"

namespace tsg {

// By where they begin in their file; those of one place keep their order. REQUIRES: all are of one file
void sort_by_place(Diagnostics& diagnostics);

}  // namespace tsg
