// SPDX-License-Identifier: MIT
#include "tools/server/response.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace tsg::web {

namespace {

using Reason = std::pair<unsigned, std::string_view>;

constexpr std::array<Reason, 25> reasons = {{
    {200, "OK"},
    {201, "Created"},
    {204, "No Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {400, "Bad Request"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
}};

}  // namespace

std::string_view bytes_of(const Body& body) {
  if (const auto* own = std::get_if<std::string>(&body)) return *own;
  const auto& shared = std::get<std::shared_ptr<const std::string>>(body);
  return shared ? std::string_view(*shared) : std::string_view();
}

Response text_response(unsigned status, std::string_view text) {
  return {.status = status,
          .content_type = "text/plain; charset=utf-8",
          .body = fmt::format("{} {}: {}\n", status, reason_of(status), text)};
}

std::string_view reason_of(unsigned status) {
  const auto* const found = std::find_if(reasons.begin(), reasons.end(),
                                         [status](const Reason& each) { return each.first == status; });
  return found == reasons.end() ? "Status" : found->second;
}

}  // namespace tsg::web
