// SPDX-License-Identifier: MIT
#include "tools/server/entity.h"

#include <algorithm>
#include <utility>

#include "engine/text/ascii.h"
#include "engine/text/digest.h"
#include "tools/server/request_path.h"

namespace tsg::web {

std::string entity_tag(std::string_view bytes) {
  constexpr std::size_t digits = 32;
  return '"' + sha256_hex(bytes).substr(0, digits) + '"';
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
  while (!if_none_match.empty()) {
    const std::string_view item = if_none_match.substr(0, if_none_match.find(','));
    if_none_match.remove_prefix(std::min(item.size() + 1, if_none_match.size()));
    std::string_view named = ascii_trimmed(item);
    if (named.substr(0, 2) == "W/") named.remove_prefix(2);
    if (named == tag || named == "*") return true;
  }
  return false;
}

Response entity_response(const Request& request, Entity entity) {
  const std::string* const held = find_header(request.headers, "If-None-Match");
  Response response = {.content_type = std::move(entity.content_type), .headers = {{"ETag", entity.tag}}};
  if (held && names_tag(*held, entity.tag)) {
    response.status = 304;
    return response;
  }
  response.body = std::move(entity.bytes);
  return response;
}

Response read_only_refusal() {
  Response response = text_response(405, "this is only read");
  response.headers.push_back({"Allow", "GET, HEAD"});
  return response;
}

Response folder_redirect(const Request& request) {
  const std::size_t question = std::min(request.raw_target.find('?'), request.raw_target.size());
  Response response = text_response(307, "the folder's page has `/` at its end");
  response.headers.push_back(
      {"Location", encode_path(request.path) + '/' + request.raw_target.substr(question)});
  return response;
}

}  // namespace tsg::web
