// SPDX-License-Identifier: MIT
#include "renderers/form_json.h"

#include <algorithm>

#include "engine/text/json_writer.h"

namespace tsg {

namespace {

void write_option(JsonWriter& json, const FormOption& option) {
  json.begin_object().member("value", option.value).member("text", option.text).end_object();
}

void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  json.key(name).begin_array();
  for (const std::string& text : texts) json.string(text);
  json.end_array();
}

void write_text(JsonWriter& json, std::string_view name, const std::string& text) {
  if (!text.empty()) json.member(name, text);
}

void write_dynamic(JsonWriter& json, const DynamicOptions& dynamic) {
  json.key("dynamicOptions").begin_object().member("uri", dynamic.uri);
  write_text(json, "dependsOn", dynamic.depends_on);
  if (dynamic.fallback) {
    json.key("fallback");
    write_option(json, *dynamic.fallback);
  }
  json.end_object();
}

void write_validations(JsonWriter& json, const std::vector<FormValidation>& validations) {
  if (validations.empty()) return;
  json.key("validations").begin_array();
  for (const FormValidation& each : validations) {
    json.begin_object().member("type", each.type).member("value", each.value);
    write_text(json, "text", each.text);
    write_text(json, "controlId", each.control_id);
    json.end_object();
  }
  json.end_array();
}

void write_element(JsonWriter& json, const FormElement& element) {
  json.begin_object().member("id", element.id).member("order", element.order);
  json.member("control", name_of(element.control)).member("label", element.label);
  json.member("required", element.required);
  if (element.additional_details) json.member("additionalDetails", true);
  write_text(json, "watermark", element.watermark);
  write_text(json, "info", element.info);
  write_text(json, "content", element.content);
  write_texts(json, "hints", element.hints);
  if (is_choice(element.control) || !element.options.empty()) {
    json.key("options").begin_array();
    for (const FormOption& option : element.options) write_option(json, option);
    json.end_array();
  }
  if (element.dynamic_options) write_dynamic(json, *element.dynamic_options);
  write_validations(json, element.validations);
  if (element.max_length > 0) json.member("maxLength", element.max_length);
  json.end_object();
}

}  // namespace

std::string form_json(const Form& form, const std::vector<std::size_t>& shown) {
  JsonWriter json(2);
  std::vector<bool> shows(form.elements.size());
  json.begin_object().member("title", form.title).key("elements").begin_array();
  for (const std::size_t index : shown) {
    shows[index] = true;
    write_element(json, form.elements[index]);
  }
  json.end_array().key("hidden").begin_array();
  for (std::size_t i = 0; i < form.elements.size(); ++i) {
    if (!shows[i]) json.string(form.elements[i].id);
  }
  json.end_array().end_object();
  return json.take() + '\n';
}

}  // namespace tsg
