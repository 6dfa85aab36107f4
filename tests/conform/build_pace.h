// SPDX-License-Identifier: MIT
// What times may be held against this build: sanitizers slow a program down by their own measure.
#pragma once

namespace tsg::conform {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif

}  // namespace tsg::conform
