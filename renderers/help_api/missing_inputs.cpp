// SPDX-License-Identifier: MIT
#include "renderers/help_api/missing_inputs.h"

#include "renderers/help_api/help_words.h"
#include "renderers/words.h"

namespace tsg {

namespace {

void write_needs(JsonWriter& json, std::string_view name, const std::vector<ComposedNeed>& needs) {
  if (needs.empty()) return;
  json.key(name).begin_array();
  for (const ComposedNeed& each : needs) {
    json.begin_object().member("path", each.path).member("expected", each.expected);
    json.member("found", each.found).member("command", each.command).end_object();
  }
  json.end_array();
}

}  // namespace

std::optional<HelpError> missing_inputs_error(const MissingFacts& missing) {
  if (missing.needs.empty() && missing.any_of.empty()) return std::nullopt;
  HelpError error = {
      .code = help_words::missing_inputs,
      .message = missing.needs.empty() ? "One of these facts is needed." : "These facts are needed.",
      .details = std::vector<HelpError>()};
  for (const std::vector<ComposedNeed>* needs : {&missing.needs, &missing.any_of}) {
    for (const ComposedNeed& each : *needs)
      error.details->push_back(
          {.code = help_words::missing_inputs, .message = need_detail(each), .target = each.path});
  }
  return error;
}

void write_missing(JsonWriter& json, const MissingFacts& missing) {
  write_needs(json, "requiredParameters", missing.needs);
  write_needs(json, "anyOf", missing.any_of);
}

}  // namespace tsg
