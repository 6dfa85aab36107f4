// SPDX-License-Identifier: MIT
// The supportTopicDescription of a product: the topics a request can be about.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/text/place.h"

namespace tsg {

struct SupportTopic {
  std::string id = {};  // eight digits or a GUID
  std::string short_description = {};
  std::string long_description = {};
  std::string search_tags = {};
  std::string category = {};
  std::optional<bool> in_diagnose_and_solve = {};  // empty: not said, or not in words that say it
  ByteRange range = {};                            // in the decoded text of the article
  bool operator==(const SupportTopic&) const = default;
};

struct ProductLink {
  std::string name = {};
  std::string url = {};
  bool operator==(const ProductLink&) const = default;
};

struct SupportTopics {
  std::string short_description = {};
  std::string long_description = {};
  std::vector<ProductLink> links = {};  // at most three, those with a URL
  std::vector<SupportTopic> topics = {};
  bool operator==(const SupportTopics&) const = default;
};

}  // namespace tsg
