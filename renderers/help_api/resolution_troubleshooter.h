// SPDX-License-Identifier: MIT
// A resolution as a troubleshooter of the Help API.
//
//   const ComposedGuide composed = compose(resolution, pack, {.audience = Audience::Customer});
//   HelpTroubleshooter made = resolution_troubleshooter(resolution, composed, pack, {.name = "abc"});
//   std::string json = help_troubleshooter_json(made);
//
// Its steps are, in this order:
//   the visits of the walk     a rule's answer is an AutomatedCheck, an agent's a Decision with the option
//   chosen;
//                              an open question is a Decision with its inputs, or an Input where it asks for
//                              values alone; forks, and steps that do not apply or broke, are AutomatedChecks
//   the checks of the sweep    one that says yes is an Insight with its article; one that cannot tell or
//   broke an
//                              AutomatedCheck; of those that found nothing `x-tsg.clearChecks` has the titles
//   the outcomes               Solutions with their article as description; isLastStep unless provisional
//
// An AutomatedCheck's result is a Warning where an outcome follows, an Error where the rule broke,
// Information where it does not apply, else a Success. A step that wants facts has the error `MissingInputs`,
// whose details name them, and `x-tsg.requiredParameters` or `x-tsg.anyOf` with the commands that gather
// them. It is Running while it waits for an answer. provisioningState is Running while something is open,
// Failed when a rule broke and nothing was found, else Succeeded.
//
// What the composed guide's audience may not see is not in it: customers get no rules, reasons and messages.
#pragma once

#include <string>

#include "engine/composer/composed.h"
#include "engine/model/pack.h"
#include "engine/model/resolution.h"
#include "renderers/help_api/help_troubleshooter.h"

namespace tsg {

struct TroubleshooterRequest {
  std::string name = {};   // of the resource
  std::string scope = {};  // "subscriptions/ID/resourceGroups/NAME"; may be empty
  HelpMap parameters = {};
};

// REQUIRES: `composed` was made of `resolution` and `pack`.
HelpTroubleshooter resolution_troubleshooter(const Resolution& resolution, const ComposedGuide& composed,
                                             const Pack& pack, const TroubleshooterRequest& request);

}  // namespace tsg
