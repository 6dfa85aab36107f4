// SPDX-License-Identifier: MIT
// A guide held against the contracts of the rules it uses: every answer has an edge, every edge an answer.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/pack.h"
#include "engine/model/rule.h"

namespace tsg {

// What rules promise, by "domain/rule". A rule that did not compile has none.
using Contracts = std::map<std::string, RuleContract, std::less<>>;

// Null when there is none of that name.
const RuleContract* find_contract(const Contracts& contracts, std::string_view rule);

// Those of all rules of the pack that `rules` compiled.
Contracts contracts_of(const Pack& pack, const RuleRunner& rules);

// Rules that did not compile have no contract and are passed over: their own diagnostics say why.
Diagnostics check_contracts(const Guide& guide, const Contracts& contracts);

}  // namespace tsg
