// SPDX-License-Identifier: MIT
// The body of a request of the Help API. Members and words that this program does not know are no problem.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "renderers/help_api/help_reading.h"
#include "tools/api/request_body.h"

namespace tsg {

// "`properties.steps[3].title` must be a text" as the problem of that member.
Problem wrong_shape(const std::string& told);

// `read` is one of the readers of renderers/help_api.
template <typename T>
std::variant<T, Problem> read_help_request(const web::Request& request,
                                           HelpReading<T> (*read)(std::string_view)) {
  const auto body = RequestBody::read(request);
  if (const auto* problem = std::get_if<Problem>(&body)) return *problem;
  HelpReading<T> reading = read(std::string_view(request.body));
  if (!reading.value) return wrong_shape(reading.problem);
  return *std::move(reading.value);
}

}  // namespace tsg
