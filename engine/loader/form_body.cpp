// SPDX-License-Identifier: MIT
#include "engine/loader/form_body.h"

#include "engine/loader/visibility_parser.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

std::string text_of(const JsonValue& object, std::string_view name) {
  return object.member_ignoring_case(name).text();
}

// "true" is what authors wrote who meant true.
bool truth_of(const JsonValue& object, std::string_view name) {
  const JsonValue value = object.member_ignoring_case(name);
  return value.is_true() || equal_ignoring_case(value.text(), "true");
}

FormOption read_option(const JsonValue& option) {
  const JsonValue value = option.member_ignoring_case("value");
  return {value.text(), text_of(option, "text"), value.range()};
}

void append_options(const JsonValue& list, std::vector<FormOption>& out) {
  if (!list.is(JsonKind::List)) return;
  for (const JsonValue option : list.children()) {
    if (option.is(JsonKind::Object)) out.push_back(read_option(option));
  }
}

std::optional<DynamicOptions> read_dynamic_options(const JsonValue& value) {
  if (!value.is(JsonKind::Object)) return std::nullopt;
  DynamicOptions options{.uri = text_of(value, "uri"),
                         .list_path = text_of(value, "jTokenPath"),
                         .text_property = text_of(value, "textProperty"),
                         .value_property = text_of(value, "valueProperty"),
                         .text_regex = text_of(value, "textPropertyRegex"),
                         .value_regex = text_of(value, "valuePropertyRegex"),
                         .text_template = text_of(value, "textTemplate"),
                         .depends_on = text_of(value, "dependsOn")};
  const JsonValue fallback = value.member_ignoring_case("defaultDropdownOptions");
  if (fallback.is(JsonKind::Object)) options.fallback = read_option(fallback);
  return options;
}

std::vector<FormValidation> read_validations(const JsonValue& list) {
  std::vector<FormValidation> validations;
  if (!list.is(JsonKind::List)) return validations;
  for (const JsonValue each : list.children()) {
    const JsonValue value = each.member_ignoring_case("value");
    validations.push_back({.type = text_of(each, "type"),
                           .value = value.is(JsonKind::Number) ? std::string(value.written()) : value.text(),
                           .text = text_of(each, "text"),
                           .control_id = text_of(each, "controlId")});
  }
  return validations;
}

std::vector<std::string> read_hints(const JsonValue& list) {
  std::vector<std::string> hints;
  if (!list.is(JsonKind::List)) return hints;
  for (const JsonValue hint : list.children()) hints.push_back(text_of(hint, "text"));
  return hints;
}

// "Portal, ASC"
std::vector<std::string> parts_of(std::string_view list) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    const std::string_view part = ascii_trimmed(list.substr(0, comma));
    if (!part.empty()) parts.emplace_back(part);
    list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
  }
  return parts;
}

std::optional<DiagnosticCard> read_card(const JsonValue& card) {
  if (!card.is(JsonKind::Object)) return std::nullopt;
  return DiagnosticCard{text_of(card, "title"), text_of(card, "description"),
                        text_of(card, "insightNotAvailableText")};
}

}  // namespace

Visibility read_visibility(const JsonValue& value) {
  if (value.is(JsonKind::Boolean)) return {value.is_true() ? Showing::Always : Showing::Never, {}};
  const std::string text = value.text();
  const std::string_view word = ascii_trimmed(text);
  if (word.empty() || word == "null" || word == "true") return {};
  if (word == "false") return {Showing::Never, {}};
  VisibilityParse parse = parse_visibility(text);
  if (!parse.expression) return {};
  return {Showing::Depends, std::move(*parse.expression)};
}

FormElement read_form_element(const JsonValue& json) {
  FormElement element{.id = text_of(json, "id"),
                      .order = json.member_ignoring_case("order").integer().value_or(0),
                      .control_word = text_of(json, "controlType"),
                      .label = text_of(json, "displayLabel"),
                      .watermark = text_of(json, "watermarkText"),
                      .info = text_of(json, "infoBalloonText"),
                      .content = text_of(json, "content"),
                      .required = truth_of(json, "required"),
                      .additional_details = truth_of(json, "useAsAdditionalDetails"),
                      .clients = parts_of(text_of(json, "diagnosticInputRequiredClients")),
                      .lines = json.member_ignoring_case("numberOfLines").integer().value_or(0),
                      .max_length = json.member_ignoring_case("maxLength").integer().value_or(0),
                      .range = json.range(),
                      .id_range = json.member_ignoring_case("id").range()};
  element.control = control_of(element.control_word);
  append_options(json.member_ignoring_case("dropdownOptions"), element.options);
  append_options(json.member_ignoring_case("radioButtonOptions"), element.options);
  element.dynamic_options = read_dynamic_options(json.member_ignoring_case("dynamicDropdownOptions"));
  element.validations = read_validations(json.member_ignoring_case("validations"));
  element.hints = read_hints(json.member_ignoring_case("hints"));
  element.visibility = read_visibility(json.member_ignoring_case("visibility"));
  return element;
}

Form read_form_body(const JsonValue& root) {
  Form form{.title = text_of(root, "title"),
            .resource_required = truth_of(root, "resourceRequired"),
            .subscription_required = truth_of(root, "subscriptionRequired"),
            .attachment_hint = text_of(root, "fileAttachmentHint"),
            .quota_version = text_of(root, "quotaRequestVersion"),
            .card = read_card(root.member_ignoring_case("diagnosticCard"))};
  const JsonValue elements = root.member_ignoring_case("formElements");
  if (!elements.is(JsonKind::List)) return form;
  for (const JsonValue element : elements.children()) {
    if (element.is(JsonKind::Object)) form.elements.push_back(read_form_element(element));
  }
  return form;
}

}  // namespace tsg
