// SPDX-License-Identifier: MIT
// Who is asked: an IPv4 address, a port, and the Host that requests name.
#pragma once

#include <cstdint>
#include <string>

namespace tsg::load {

struct Target {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8700;
  std::string host = {};
};

// A connected socket that does not block, or -1 (errno says why).
int connect_to(const Target& target);
// Raises the soft limit of descriptors to the hard one, and gives it.
std::size_t allow_all_descriptors();

}  // namespace tsg::load
