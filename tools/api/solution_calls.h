// SPDX-License-Identifier: MIT
// What is answered under /solutions: an article, or a guide's summary, in the shape of the Help API.
#pragma once

#include "tools/api/api_call.h"

namespace tsg {

// The article whose id `properties.solutionId` or the criterion `SolutionId` gives, or the summary of the
// guide of that id. An article of a guide takes its values from the guide resolved over the documents among
// the parameters; other parameters are values of placeholders. A name in use is made anew.
web::Response put_solution(const ApiCall& call);
web::Response show_solution(const ApiCall& call);

}  // namespace tsg
