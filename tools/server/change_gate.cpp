// SPDX-License-Identifier: MIT
#include "tools/server/change_gate.h"

#include <fmt/format.h>

#include "engine/text/ascii.h"
#include "tools/server/header_parameters.h"

namespace tsg::web {

std::optional<Response> refuse_change(const Request& request, std::string_view content_type) {
  if (request.method != Method::Post) {
    Response refusal = text_response(405, "what changes something is a POST");
    refusal.headers.push_back({"Allow", "POST"});
    return refusal;
  }
  const std::string* const sent = find_header(request.headers, "Content-Type");
  const auto read = sent && count_headers(request.headers, "Content-Type") == 1
                        ? read_parameters(*sent)
                        : std::optional<HeaderParameters>();
  if (read && equal_ignoring_case(read->value, content_type)) return std::nullopt;
  return text_response(415, fmt::format("send it as {}", content_type));
}

}  // namespace tsg::web
