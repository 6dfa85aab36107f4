// SPDX-License-Identifier: MIT
#pragma once

namespace tsg {

// Registers cmark-gfm's extensions for the process, once. Throws std::bad_alloc when there is no memory, and
// may be called again. REQUIRES: no other thread uses cmark-gfm's registry
void register_cmark_extensions();

}  // namespace tsg
