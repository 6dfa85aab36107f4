// SPDX-License-Identifier: MIT
// How a resolution differs from what a scenario expects.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/model/pack.h"
#include "engine/model/resolution.h"
#include "engine/model/scenario.h"

namespace tsg {

struct Difference {
  std::string what = {};  // "path", "value NsgName", "rendered"
  std::string expected = {};
  std::string found = {};
  Place place = {};              // of the expectation in the scenario's file
  std::size_t visit = no_visit;  // where the walk went another way, or what led to the value
  std::string check = {};        // or the check that found something else
  bool operator==(const Difference&) const = default;
};

std::string to_text(const Difference& difference);

// In the order: path, outcomes, open questions, values, checks, broken rules, words. Words are looked for on
// the page for customers, which is rendered only for them.
std::vector<Difference> differences(const Scenario& scenario, const Resolution& resolution, const Pack& pack);

// Whether there is one; quicker, for what is asked a thousand times.
bool differs(const Scenario& scenario, const Resolution& resolution, const Pack& pack);

}  // namespace tsg
