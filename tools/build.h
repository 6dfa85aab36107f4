// SPDX-License-Identifier: MIT
// `tsg build`: the pack as a site for customers, as fragments for a portal, or as data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/composer/composed.h"
#include "engine/model/site_settings.h"
#include "tools/console.h"

namespace tsg {

enum class BuildFormat : std::uint8_t {
  Site,
  Fragments,  // an HTML fragment and a JSON record an article
  Json,       // a JSON record an article, its words in it
};

struct BuildCommand {
  std::string pack = {};
  std::string output = "site";
  BuildFormat format = BuildFormat::Site;
  Audience audience = Audience::Customer;
  std::vector<std::string> clouds = {};
  std::string locale = {};
  std::string address = {};
  bool allow_broken_links = false;  // broken links are warnings
  std::size_t threads = 0;          // 0: as many as there are cores
  bool anew = false;                // nothing that former builds remember is used
};

// Errors leave the former site as it is.
ExitCode build(const BuildCommand& command, const Console& console);

}  // namespace tsg
