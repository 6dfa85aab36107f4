// SPDX-License-Identifier: MIT
#include "engine/checker/header_keys.h"

#include <algorithm>
#include <array>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

using Keys = std::span<const std::string_view>;

constexpr std::array<std::string_view, 9> exact_keys = {
    "selfHelpType",  "cloudEnvironments", "articleId",    "pageTitle",   "ownershipId",
    "productPesIds", "supportTopicIds",   "resourceTags", "displayOrder"};
constexpr std::array<std::string_view, 23> other_keys = {
    "description",     "ms.author",        "authors",
    "service",         "resource",         "infoBubbleText",
    "schemaVersion",   "clientIds",        "diagnosticScenario",
    "disableClouds",   "articleTags",      "authorAlias",
    "category",        "resourceRequired", "ms.service",
    "symptomID",       "icmTeam",          "icmService",
    "feedbackEmail",   "issueNotListed",   "searchTags",
    "productFamilyId", "mappedToBucket"};

constexpr std::array<std::string_view, 4> shared = {"pageTitle", "articleId", "selfHelpType",
                                                    "cloudEnvironments"};
constexpr std::array<std::string_view, 6> generic = {"pageTitle",         "articleId",       "selfHelpType",
                                                     "cloudEnvironments", "supportTopicIds", "productPesIds"};
constexpr std::array<std::string_view, 9> questions = {
    "pageTitle",       "articleId",     "selfHelpType",  "cloudEnvironments", "description",
    "supportTopicIds", "productPesIds", "schemaVersion", "ownershipId"};
constexpr std::array<std::string_view, 5> described = {"pageTitle", "articleId", "selfHelpType",
                                                       "cloudEnvironments", "description"};

struct TypeContract {
  std::string_view type = {};  // the spelling most authors use
  Keys mandatory = {};
  bool filled = false;
};

constexpr std::array<TypeContract, 18> types = {{
    {"generic", generic},
    {"problemScopingQuestions", questions},
    {"TSG_Content", described},
    {"diagnostics", shared, true},
    {"resource", shared},
    {"advisorRecommendationMetadata", described},
    {"rca", shared, true},
    {"servicehealthinsights", shared, true},
    {"SupportTopicDescription", shared},
    {"TSG_Description", described},
    {"Apollo", generic},
    {"diagnoseandsolve", shared},
    {"tools", shared},
    {"TSG_Questions", shared},
    {"PartnerCenterQuickStart", shared},
    {"health", shared},
    {"supportTopicBasedScopingQuestions", shared},
    {"faq", shared},
}};

const TypeContract* contract_of(std::string_view type) {
  const auto same = [type](const TypeContract& each) { return equal_ignoring_case(each.type, type); };
  const auto found = std::find_if(types.begin(), types.end(), same);
  return found == types.end() ? nullptr : &*found;
}

constexpr std::array<std::string_view, 6> clouds = {"public", "fairfax", "mooncake",
                                                    "usnat",  "ussec",   "blackforest"};

}  // namespace

bool spelled_exactly(std::string_view key) {
  return std::any_of(exact_keys.begin(), exact_keys.end(),
                     [key](std::string_view each) { return equal_ignoring_case(each, key); });
}

const std::vector<std::string>& known_keys() {
  static const std::vector<std::string> keys = [] {
    std::vector<std::string> all(exact_keys.begin(), exact_keys.end());
    all.insert(all.end(), other_keys.begin(), other_keys.end());
    return all;
  }();
  return keys;
}

std::string_view known_key(std::string_view key) {
  for (const std::string& each : known_keys()) {
    if (equal_ignoring_case(each, key)) return each;
  }
  return {};
}

bool known_type(std::string_view type) {
  return contract_of(type) != nullptr;
}

std::string_view spelling_of_type(std::string_view type) {
  const TypeContract* contract = contract_of(type);
  return contract == nullptr ? type : contract->type;
}

std::vector<std::string> known_types() {
  std::vector<std::string> names;
  for (const TypeContract& each : types) names.emplace_back(each.type);
  return names;
}

Keys mandatory_keys(std::string_view type) {
  const TypeContract* contract = contract_of(type);
  return contract == nullptr ? Keys(shared) : contract->mandatory;
}

bool may_be_empty(std::string_view key) {
  return key == "supportTopicIds" || key == "productPesIds";
}

bool filled_type(std::string_view type) {
  const TypeContract* contract = contract_of(type);
  return contract != nullptr && contract->filled;
}

bool known_cloud(std::string_view cloud) {
  return std::find(clouds.begin(), clouds.end(), cloud) != clouds.end();
}

std::span<const std::string_view> cloud_names() {
  return clouds;
}

}  // namespace tsg
