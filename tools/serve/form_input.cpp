// SPDX-License-Identifier: MIT
#include "tools/serve/form_input.h"

#include "engine/text/ascii.h"
#include "tools/server/multipart_form.h"
#include "tools/server/request_path.h"

namespace tsg {

namespace {

std::variant<FormInput, web::Response> read_parts(std::string_view type, std::string_view body) {
  auto read = web::read_multipart(type, body);
  if (const auto* fault = std::get_if<web::MultipartFault>(&read))
    return web::text_response(400, web::text_of(*fault));
  FormInput form;
  for (web::FormPart& part : std::get<web::FormParts>(read)) {
    if (!part.filename) {
      form.fields.emplace_back(std::move(part.name), part.bytes);
    } else if (!part.filename->empty() || !part.bytes.empty()) {
      form.files.push_back({std::move(part.name), std::move(*part.filename), std::string(part.bytes)});
    }
  }
  return form;
}

}  // namespace

const std::string& FormInput::of(std::string_view name) const {
  static const std::string none;
  for (const auto& [key, value] : fields) {
    if (key == name) return value;
  }
  return none;
}

std::variant<FormInput, web::Response> read_form_input(const web::Request& request) {
  const std::string* sent = web::find_header(request.headers, "Content-Type");
  const std::string type = sent == nullptr ? std::string() : *sent;
  const std::string kind = ascii_lowered(std::string_view(type).substr(0, type.find(';')));
  if (kind == "multipart/form-data") return read_parts(type, request.body);
  if (kind != "application/x-www-form-urlencoded")
    return web::text_response(415, "a form is application/x-www-form-urlencoded or multipart/form-data");
  auto query = web::read_query(request.body);
  if (const auto* fault = std::get_if<web::TargetFault>(&query))
    return web::text_response(400, web::text_of(*fault));
  return FormInput{std::get<web::Query>(std::move(query)), {}};
}

}  // namespace tsg
