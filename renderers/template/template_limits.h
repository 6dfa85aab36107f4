// SPDX-License-Identifier: MIT
// Bounds on templates and on what is made of them. tests/template/limits_test.cpp holds each.
#pragma once

#include <cstddef>

namespace tsg::template_limits {

inline constexpr std::size_t file_bytes = 256U << 10U;
inline constexpr std::size_t include_depth = 16;
inline constexpr std::size_t nesting = 32;  // blocks inside each other; parentheses and `not` of a condition
// Compiled pieces of one page, its includes counted as often as they are included.
inline constexpr std::size_t page_pieces = 100000;
// Bytes of markup of one page, its includes counted as often as they are included.
inline constexpr std::size_t page_bytes = 4U << 20U;
inline constexpr std::size_t output_bytes = 8U << 20U;  // of one rendered page
inline constexpr std::size_t render_steps = 5000000;    // pieces passed while one page is rendered
inline constexpr std::size_t value_depth = 32;          // lists and records of a value in JSON
inline constexpr std::size_t messages = 200;            // of one compilation

}  // namespace tsg::template_limits
