// SPDX-License-Identifier: MIT
// What a page's form sent, urlencoded or as multipart/form-data.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tools/server/request.h"
#include "tools/server/response.h"

namespace tsg {

struct FormFile {
  std::string field = {};
  std::string name = {};  // a label and nothing else
  std::string bytes = {};
};

struct FormInput {
  web::Query fields = {};
  std::vector<FormFile> files = {};  // those without a name and bytes, which no one chose, are left out

  // The first of that name; empty when there is none.
  const std::string& of(std::string_view name) const;
};

// Or the refusal: another type of body, or one that cannot be read.
std::variant<FormInput, web::Response> read_form_input(const web::Request& request);

}  // namespace tsg
