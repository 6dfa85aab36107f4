// SPDX-License-Identifier: MIT
#pragma once

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/answers.h"
#include "engine/model/pack.h"

namespace tsg {

// What is wrong with answers and inputs for a walk of `guide`: a step that neither it nor a guide it leads to
// has, an option its step has not, an input its step does not ask for or that does not fit its type (TSG601,
// 602, 604-606), each with the nearest name that would do; and, as a warning, a step answered twice,
// differently (TSG603): the last answer counts. The places name no file. Walks ignore what is wrong and say
// so in Resolution.warnings.
Diagnostics check_answers(const Pack& pack, const Guide& guide, const Answers& answers);

}  // namespace tsg
