// SPDX-License-Identifier: MIT
#include "engine/loader/advisor_body.h"

namespace tsg {

namespace {

AdvisorAction read_action(const JsonValue& action) {
  return {.id = action.member("actionId").text(),
          .type = action.member("actionType").text(),
          .description = action.member("description").text(),
          .extension = action.member("extensionName").text(),
          .blade = action.member("bladeName").text(),
          .document = action.member("documentLink").text(),
          .condition = action.member("condition").text()};
}

}  // namespace

AdvisorMetadata read_advisor_metadata(const JsonValue& root) {
  AdvisorMetadata metadata{.type_id = root.member("recommendationTypeId").text(),
                           .category = root.member("recommendationCategory").text(),
                           .impact = root.member("recommendationImpact").text(),
                           .resource_type = root.member("recommendationResourceType").text(),
                           .friendly_name = root.member("recommendationFriendlyName").text(),
                           .state = root.member("recommendationMetadataState").text(),
                           .label = root.member("displayLabel").text(),
                           .description = root.member("description").text(),
                           .long_description = root.member("longDescription").text(),
                           .benefits = root.member("potentialBenefits").text(),
                           .learn_more = root.member("learnMoreLink").text(),
                           .tip = root.member("tip").text(),
                           .owner_email = root.member("owner").member("email").text()};
  for (const JsonValue action : root.member("actions").children()) {
    if (action.is(JsonKind::Object)) metadata.actions.push_back(read_action(action));
  }
  const JsonValue test_data = root.member("testData");
  if (test_data) metadata.test_data = {test_data.key_range().begin, test_data.range().end};
  return metadata;
}

}  // namespace tsg
