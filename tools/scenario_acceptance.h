// SPDX-License-Identifier: MIT
// `tsg test --update`: what comes now becomes what is expected.
#pragma once

#include <string>

#include "engine/loader/expectation_writer.h"
#include "engine/model/scenario.h"
#include "engine/text/result.h"
#include "engine/tsg.h"

namespace tsg {

// The expectation with what came in the place of what differs; it names what it named, without what is gone.
Expectation accepted(const Expectation& expected, const Resolution& resolution, const Pack& pack);

// Rewrites the scenario's file; the changes say what. Refused, with the file as it was: a resolution with a
// rule that broke, and an edit that would not make the scenario pass.
Result<ExpectationRewrite> accept(const Scenario& scenario, const Facts& facts, GuideResolver& resolver);

}  // namespace tsg
