// SPDX-License-Identifier: MIT
#include "renderers/site/site_assets.h"

#include <fmt/format.h>

#include "engine/text/fingerprint.h"

namespace tsg {

SiteAsset make_asset(const std::string& name, const std::string& ending, std::string bytes) {
  const std::string digest = to_hex(fingerprint_of(bytes)).substr(0, 16);
  return {fmt::format("assets/{}-{}.{}", name, digest, ending), std::move(bytes)};
}

}  // namespace tsg
