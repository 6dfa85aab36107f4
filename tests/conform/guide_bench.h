// SPDX-License-Identifier: MIT
// A guide opened once, to resolve many facts documents given as JSON trees.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "engine/tsg.h"

namespace tsg::conform {

class GuideBench {
 public:
  // Throws std::runtime_error with the diagnostics when the guide cannot be opened.
  GuideBench(const std::string& pack_root, const std::string& guide);

  // Facts that are refused throw std::runtime_error.
  Resolution resolve(const nlohmann::ordered_json& facts, const Answers& answers = {});
  GuideResolver& resolver() { return *resolver_; }

 private:
  std::unique_ptr<GuideResolver> resolver_;
};

}  // namespace tsg::conform
