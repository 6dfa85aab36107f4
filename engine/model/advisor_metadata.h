// SPDX-License-Identifier: MIT
// An advisorRecommendationMetadata article: what Azure Advisor says of a resource and offers to do.
#pragma once

#include <string>
#include <vector>

#include "engine/text/place.h"

namespace tsg {

struct AdvisorAction {
  std::string id = {};
  std::string type = {};  // Blade, ContextBlade, Document
  std::string description = {};
  std::string extension = {};
  std::string blade = {};
  std::string document = {};   // a URL
  std::string condition = {};  // `targetSku == "Shutdown"`
  bool operator==(const AdvisorAction&) const = default;
};

struct AdvisorMetadata {
  std::string type_id = {};
  std::string category = {};
  std::string impact = {};
  std::string resource_type = {};
  std::string friendly_name = {};
  std::string state = {};  // Active, Disabled
  std::string label = {};
  std::string description = {};
  std::string long_description = {};
  std::string benefits = {};
  std::string learn_more = {};  // a URL
  std::string tip = {};
  std::string owner_email = {};
  std::vector<AdvisorAction> actions = {};
  ByteRange test_data = {};  // of the member `testData`, in the decoded text; empty when there is none
  bool operator==(const AdvisorMetadata&) const = default;
};

}  // namespace tsg
