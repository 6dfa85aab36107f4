// SPDX-License-Identifier: MIT
// What a walk and a sweep end in: outcomes, open questions, checks.
#pragma once

#include <vector>

#include "engine/composer/compose.h"
#include "engine/composer/wording.h"

namespace tsg {

// The parts that all functions here read. Borrows everything; lives for one call of compose.
struct Composing {
  const Resolution& resolution;
  const Pack& pack;
  const Wording& wording;
  const ComposeOptions& options;
  Diagnostics& diagnostics;
};

// Outcomes of several subjects with the same target, cause and open questions are one.
std::vector<ComposedOutcome> compose_outcomes(const Composing& composing);
// The same question of several subjects with the same needs is one.
std::vector<ComposedOpen> compose_open(const Composing& composing);
void compose_checks(const Composing& composing, ComposedGuide& guide);

// The article of a target, filled; its state is Missing when the pack has none.
ComposedArticle compose_target(const Composing& composing, const std::string& guide, const Target& target,
                               const std::string& title, const std::vector<FilledArticle>& parts);

}  // namespace tsg
