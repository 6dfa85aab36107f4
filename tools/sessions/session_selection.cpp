// SPDX-License-Identifier: MIT
#include "tools/sessions/session_selection.h"

#include <fmt/format.h>

#include "engine/text/rfc3339.h"
#include "tools/sessions/session_rows.h"

namespace tsg {

std::string condition_of(const SessionFilter& filter) {
  std::string condition = "1";
  if (filter.guide) condition += " AND guide = ?";
  if (filter.state) condition += " AND state = ?";
  if (!filter.label_contains.empty()) condition += " AND instr(lower(label), lower(?)) > 0";
  if (filter.outcome)
    condition += " AND EXISTS (SELECT 1 FROM json_each(outcomes) AS each WHERE each.value = ?)";
  if (filter.changed_since) condition += " AND changed_us >= ?";
  return condition;
}

void bind_condition(Statement& statement, const SessionFilter& filter) {
  if (filter.guide) statement.with(*filter.guide);
  if (filter.state) statement.with(name_of(*filter.state));
  if (!filter.label_contains.empty()) statement.with(filter.label_contains);
  if (filter.outcome) statement.with(*filter.outcome);
  if (filter.changed_since) statement.with(microseconds_of(*filter.changed_since));
}

std::optional<std::string> problem_of(const SessionFilter& filter) {
  if (filter.changed_since && !parse_rfc3339(*filter.changed_since))
    return fmt::format("`{}` is no RFC 3339 time", *filter.changed_since);
  if (filter.after && !parse_rfc3339(filter.after->changed_at))
    return fmt::format("`{}` is no RFC 3339 time", filter.after->changed_at);
  return std::nullopt;
}

}  // namespace tsg
