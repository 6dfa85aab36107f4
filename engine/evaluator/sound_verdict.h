// SPDX-License-Identifier: MIT
// What a runner hands over, made fit to be kept, written as JSON and read back equal.
#pragma once

#include <cstddef>
#include <string_view>

#include "engine/model/verdict.h"

namespace tsg {

// Replaces every byte that is not UTF-8 by U+FFFD (a rule may have cut a character in two), and gives the
// rule's name where the runner left it out. A number that is not finite is no value: the verdict becomes an
// Error.
void make_sound(Verdict& verdict, std::string_view rule);

// About how many bytes the verdict takes; for limits::resolution_bytes.
std::size_t footprint(const Verdict& verdict);
std::size_t footprint(const Value& value);

}  // namespace tsg
