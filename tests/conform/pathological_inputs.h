// SPDX-License-Identifier: MIT
// Markdown that costs a careless parser more than its size: each name makes a body of about the wanted bytes.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace tsg::conform {

// head + repeated, as often as it fits, + repeated tail, each as often as the other.
struct PathologicalInput {
  std::string_view name = {};
  std::string_view head = {};
  std::string_view repeated = {};
  std::string_view middle = {};
  std::string_view tail = {};  // repeated behind the middle
  std::size_t most_bytes = 0;  // 0: as many as wanted
};

std::span<const PathologicalInput> pathological_inputs();

std::string pathological_body(const PathologicalInput& input, std::size_t bytes);

}  // namespace tsg::conform
