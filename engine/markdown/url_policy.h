// SPDX-License-Identifier: MIT
// Which addresses links and images may have.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/markdown/cuts.h"
#include "engine/markdown/portal_words.h"

namespace tsg {

enum class UrlUse : std::uint8_t { Link, Image };

enum class UrlFate : std::uint8_t {
  Allowed,
  PortalAction,        // a blade, button or solution of the portal: its text is shown, without a link
  Refused,             // `why` and `help` say more
  PlaceholderDecides,  // a placeholder would decide the scheme, host or port
};

struct UrlVerdict {
  UrlFate fate = UrlFate::Allowed;
  std::string why = {};  // "its scheme `javascript` is not one that may be used"
  std::string help = {};
};

// `url` with entities and escapes already read, keys of placeholders in it. http, https, mailto (links only)
// and addresses without scheme and host are allowed.
UrlVerdict judge_url(std::string_view url, UrlUse use, const PreparedBody& body);

// The address that a portal action may be linked to: of `words`, when judge_url allows it.
std::optional<std::string> portal_address(std::string_view target, const PortalWords& words,
                                          const PreparedBody& body);

}  // namespace tsg
