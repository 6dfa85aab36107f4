// SPDX-License-Identifier: MIT
#include "renderers/help_api/help_step_id.h"

namespace tsg {

std::string to_text(const HelpStepId& id) {
  std::string text = id.guide.empty() ? id.step : id.guide + '#' + id.step;
  if (!id.subject.empty()) text += '[' + id.subject + ']';
  return text;
}

std::optional<HelpStepId> read_help_step_id(std::string_view text) {
  HelpStepId id;
  const std::size_t bracket = text.find('[');
  if (bracket != std::string_view::npos) {
    if (!text.ends_with(']') || text.size() == bracket + 2) return std::nullopt;
    id.subject = text.substr(bracket + 1, text.size() - bracket - 2);
    text = text.substr(0, bracket);
  }
  const std::size_t hash = text.find('#');
  if (hash != std::string_view::npos) {
    id.guide = text.substr(0, hash);
    text.remove_prefix(hash + 1);
  }
  id.step = text;
  const bool sound = !id.step.empty() && (hash == std::string_view::npos || !id.guide.empty());
  return sound ? std::optional(std::move(id)) : std::nullopt;
}

}  // namespace tsg
