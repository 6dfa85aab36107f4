// SPDX-License-Identifier: MIT
// The published definition of the Help API, as far as tsg writes it: which members an object may have and
// which words an enumeration (Microsoft.Help, 2024-03-01-preview). Only `x-tsg`, which is ours, may stand
// beside them.
#pragma once

#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

namespace tsg::test {

using Names = std::set<std::string>;

// An object's members: of a text the words it may be (empty: any), of others what is in them.
struct Published {
  std::map<std::string, Names> texts = {};
  std::map<std::string, Published> objects = {};  // and lists of objects
  Names others = {};                              // booleans, numbers, lists of texts, objects of texts
};

inline const Published& published_insight() {
  static const Published insight = {.texts = {{"id", {}},
                                              {"title", {}},
                                              {"results", {}},
                                              {"importanceLevel", {"Critical", "Warning", "Information"}}}};
  return insight;
}

inline const Published& published_error() {
  static const Published detail = {.texts = {{"code", {}}, {"message", {}}, {"target", {}}}};
  static const Published error = {.texts = detail.texts, .objects = {{"details", detail}}};
  return error;
}

inline const Published& published_input() {
  static const Published input = {
      .texts = {{"questionId", {}},
                {"questionType",
                 {"RadioButton", "Dropdown", "TextInput", "MultiLineInfoBox", "DateTimePicker",
                  "MultiSelect"}},
                {"questionTitle", {}},
                {"questionContent", {}},
                {"questionContentType", {"Text", "Html", "Markdown"}},
                {"responseHint", {}},
                {"recommendedOption", {}},
                {"selectedOptionValue", {}}},
      .objects = {{"responseValidationProperties",
                   {.texts = {{"regex", {}},
                              {"validationScope",
                               {"None", "URLFormat", "GuidFormat", "IpAddressFormat", "NumberOnlyFormat"}},
                              {"validationErrorMessage", {}}},
                    .others = {"isRequired", "maxLength"}}},
                  {"responseOptions", {.texts = {{"key", {}}, {"value", {}}}}}}};
  return input;
}

inline const Published& published_step() {
  static const Published step = {
      .texts = {{"id", {}},
                {"title", {}},
                {"description", {}},
                {"guidance", {}},
                {"executionStatus", {"Success", "Running", "Failed", "Warning"}},
                {"executionStatusDescription", {}},
                {"type", {"Decision", "Solution", "Insight", "AutomatedCheck", "Input"}}},
      .objects = {{"inputs", published_input()},
                  {"automatedCheckResults",
                   {.texts = {{"version", {}},
                              {"status", {}},
                              {"result", {}},
                              {"type", {"Success", "Warning", "Error", "Information"}}}}},
                  {"insights", published_insight()},
                  {"error", published_error()}},
      .others = {"isLastStep"}};
  return step;
}

inline const Published& published_troubleshooter() {
  static const Published troubleshooter = {
      .texts = {{"id", {}}, {"name", {}}, {"type", {"Microsoft.Help/troubleshooters"}}},
      .objects = {
          {"properties",
           {.texts = {{"solutionId", {}},
                      {"provisioningState", {"Succeeded", "Failed", "Canceled", "Running", "AutoContinue"}}},
            .objects = {{"steps", published_step()}},
            .others = {"parameters"}}}}};
  return troubleshooter;
}

inline const Published& published_maps() {
  static const Published video = {.texts = {{"src", {}}, {"title", {}}, {"replacementKey", {}}}};
  static const Published result = {
      .texts = {{"solutionId", {}}, {"content", {}}, {"title", {}}, {"link", {}}}};
  static const Published maps = {
      .objects = {{"webResults", {.texts = {{"replacementKey", {}}}, .objects = {{"searchResults", result}}}},
                  {"diagnostics",
                   {.texts = {{"solutionId", {}},
                              {"status", {"Failed", "MissingInputs", "Running", "Succeeded", "Timeout"}},
                              {"statusDetails", {}},
                              {"replacementKey", {}},
                              {"estimatedCompletionTime", {}}},
                    .objects = {{"insights", published_insight()}},
                    .others = {"requiredParameters"}}},
                  {"troubleshooters", {.texts = {{"solutionId", {}}, {"title", {}}, {"summary", {}}}}},
                  {"metricsBasedCharts",
                   {.texts = {{"name", {}},
                              {"aggregationType", {}},
                              {"timeSpanDuration", {}},
                              {"title", {}},
                              {"replacementKey", {}}}}},
                  {"videos", video},
                  {"videoGroups", {.texts = {{"replacementKey", {}}}, .objects = {{"videos", video}}}}}};
  return maps;
}

inline const Published& published_solution() {
  static const Published criterion = {
      .texts = {{"name", {"SolutionId", "ProblemClassificationId", "ReplacementKey"}}, {"value", {}}}};
  static const Published section = {.texts = {{"title", {}}, {"content", {}}},
                                    .objects = {{"replacementMaps", published_maps()}}};
  static const Published solution = {
      .texts = {{"id", {}}, {"name", {}}, {"type", {"Microsoft.Help/solutions"}}},
      .objects = {
          {"properties",
           {.texts = {{"solutionId", {}},
                      // The last one is ours: the enumeration is open.
                      {"provisioningState",
                       {"Succeeded", "PartialComplete", "Failed", "Running", "Canceled", "MissingInputs"}},
                      {"title", {}},
                      {"content", {}}},
            .objects = {{"triggerCriteria", criterion},
                        {"replacementMaps", published_maps()},
                        {"sections", section}},
            .others = {"parameters"}}}}};
  return solution;
}

// What of `json` is not as published: "properties.steps.type: Riddle"; empty when all is.
inline std::string departure(const nlohmann::json& json, const Published& published,
                             const std::string& way = {}) {
  if (json.is_array()) {
    for (const auto& each : json) {
      const std::string found = departure(each, published, way);
      if (!found.empty()) return found;
    }
    return {};
  }
  if (!json.is_object()) return way + ": no object";
  for (const auto& [name, value] : json.items()) {
    const std::string here = way + "." + name;
    if (name == "x-tsg" || published.others.count(name) != 0) continue;
    if (const auto inner = published.objects.find(name); inner != published.objects.end()) {
      const std::string found = departure(value, inner->second, here);
      if (!found.empty()) return found;
      continue;
    }
    const auto text = published.texts.find(name);
    if (text == published.texts.end()) return here + ": unknown";
    if (!value.is_string()) return here + ": no text";
    const std::string word = value;
    if (!text->second.empty() && text->second.count(word) == 0) return here + ": " + word;
  }
  return {};
}

}  // namespace tsg::test
