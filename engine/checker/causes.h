// SPDX-License-Identifier: MIT
// Causes before consequences: where an error that is told already would make the proofs of a guide say the
// same in many other words, they wait until it is mended.
#pragma once

#include <set>
#include <string>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/pack.h"

namespace tsg {

// The ids of guides that cannot be proved: `told`, which loading the pack and compiling its rules reported,
// holds an error in the guide's own file or in the catalogue of its domain.
std::set<std::string> waiting_guides(const Pack& pack, const Diagnostics& told);

// A warning for each of them that says what it waits for.
Diagnostics tell_waiting(const Pack& pack, const Diagnostics& told);

// Takes out what only follows from a catalogue that does not read: that rules read paths it lacks.
void drop_consequences(Diagnostics& told);

}  // namespace tsg
