// SPDX-License-Identifier: MIT
// What a resolution holds, found by the names that scenarios have for it (docs/scenario-format.md).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/pack.h"
#include "engine/model/resolution.h"

namespace tsg {

// "add-servers", "open-port[10.0.0.4]", "guide:vpn".
std::string name_of(const ReachedOutcome& outcome);
// "tls-error[10.0.0.4]"
std::string name_of(const OpenQuestion& question);

// The visits that lead to `visit`, from the start; of a fork and its subject's first step the latter.
std::vector<std::size_t> way_to(const Resolution& resolution, std::size_t visit);
// The steps of these visits.
std::vector<std::string> steps_of(const Resolution& resolution, const std::vector<std::size_t>& way);
// Where the walk of the first subject ends, and that of `subject`; no_visit when there is none.
std::size_t first_end(const Resolution& resolution);
std::size_t end_of(const Resolution& resolution, std::string_view subject);

// The outcome of that name; of an empty one the first. Null when it was not reached.
const ReachedOutcome* find_outcome(const Resolution& resolution, std::string_view name);
// Null when none of the outcome's articles has that placeholder.
const FilledValue* shown_value(const ReachedOutcome& outcome, std::string_view placeholder);
// Null when the guide has none.
const CheckResult* find_check(const Resolution& resolution, std::string_view id);
// Of the findings that it shows: none unless its rule says yes.
std::vector<std::string> subjects_of(const CheckResult& check);
// Whether an open question names the path.
bool is_needed(const Resolution& resolution, std::string_view path);
// What a customer reads; empty when the page refuses to be rendered.
std::string customer_page_text(const Resolution& resolution, const Pack& pack);

}  // namespace tsg
