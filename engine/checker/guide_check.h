// SPDX-License-Identifier: MIT
// The face of the static analysis of guides: what is proved of a tree from what its rules promise, before any
// facts are seen. docs/guide-checks.md says what each finding means and how far it can be relied on.
//
//   const PackReading reading = read_pack(root);
//   const RuleCompilation rules = compile_rules(reading.pack.rules, reading.pack.catalogues, {});
//   const Diagnostics found = check_guides(reading.pack, contracts_of(reading.pack, rules.engine));
//
// What loading a pack and compiling its rules already report is not reported again: targets, rules and facts
// that do not exist, `reads` that the catalogue does not declare, steps without edges or articles.
#pragma once

#include <set>
#include <string>

#include "engine/checker/contracts.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/model/pack.h"

namespace tsg {

// Of one guide, and of what walks that start in it lead to in others. `guide` is one of the pack's. Rules
// without a contract are taken to give nothing certain and to answer nothing: mend what is said of them
// first. Includes check_contracts. Within each kind the order is that of the author's files.
Diagnostics check_guide(const Pack& pack, const Guide& guide, const Contracts& contracts);

// Of all guides of the pack, each finding once, with the shared outcomes that no guide uses.
// REQUIRES: the whole pack was read (read_pack)
// Guides in `waiting` (causes.h) are left out.
Diagnostics check_guides(const Pack& pack, const Contracts& contracts,
                         const std::set<std::string>& waiting = {});

}  // namespace tsg
