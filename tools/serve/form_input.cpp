// SPDX-License-Identifier: MIT
#include "tools/serve/form_input.h"

#include "tools/server/request_path.h"

namespace tsg {

const std::string& FormInput::of(std::string_view name) const {
  static const std::string none;
  for (const auto& [key, value] : fields) {
    if (key == name) return value;
  }
  return none;
}

std::variant<FormInput, web::Response> read_form_input(const web::Request& request) {
  auto query = web::read_query(request.body);
  if (auto* fields = std::get_if<web::Query>(&query)) return FormInput{std::move(*fields), {}};
  return web::text_response(400, "the form cannot be read");
}

}  // namespace tsg
