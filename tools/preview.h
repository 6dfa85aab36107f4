// SPDX-License-Identifier: MIT
// `tsg preview`: the site of the pack in a browser at this machine, built anew after every save.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/composer/composed.h"
#include "tools/console.h"

namespace tsg {

struct PreviewCommand {
  std::string pack = {};
  std::uint16_t port = 8700;  // 0: any that is free
  Audience audience = Audience::Customer;
  std::vector<std::string> clouds = {};
  std::vector<std::string> facts = {};  // to resolve guides with
  std::string now = {};
  std::size_t threads = 0;
};

// Ends with a signal.
ExitCode preview(const PreviewCommand& command, const Console& console);

}  // namespace tsg
