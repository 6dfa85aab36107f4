// SPDX-License-Identifier: MIT
// `tsg serve`: the agents' desk in a browser, and its API.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tools/console.h"
#include "tools/server/authority.h"

namespace tsg {

struct ServeCommand {
  std::string pack = {};
  std::string store = {};  // empty: the usual one
  std::uint16_t port = 8800;
  std::string address = {};             // empty: the loopback address
  std::vector<std::string> hosts = {};  // names that browsers use for it; needed with an address
  web::Scheme scheme = web::Scheme::Http;
  std::string token_file = {};  // needed with an address
  std::string facts = {};       // a folder whose folders can be chosen as facts
  std::string keep = {};        // "90d": cases that did not change for longer are deleted; empty: none
  std::string log = {};         // a file for the access log; "-": standard error; empty: none
  unsigned threads = 0;         // 0: a few for each core
  std::size_t connections = 10'200;
};

// Serves until SIGINT or SIGTERM; content that changes on disk is taken without a new start.
ExitCode serve(const ServeCommand& command, const Console& console);

}  // namespace tsg
