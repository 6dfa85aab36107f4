// SPDX-License-Identifier: MIT
// The id of a troubleshooter's step that is a step of a guide: "backend-pool-empty",
// "tls-error[10.0.0.4]" for one subject, "site-to-site-vpn#scope" in a guide that the first one led to.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tsg {

struct HelpStepId {
  std::string guide = {};  // empty: the troubleshooter's own
  std::string step = {};
  std::string subject = {};  // any text
  bool operator==(const HelpStepId&) const = default;
};

std::string to_text(const HelpStepId& id);

// Nothing where there is no step in it, or a bracket that does not close. read(to_text(x)) == x as long as
// guide and step are ids.
std::optional<HelpStepId> read_help_step_id(std::string_view text);

}  // namespace tsg
