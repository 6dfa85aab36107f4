// SPDX-License-Identifier: MIT
// A document that a path names, and how it answers a reader that may hold it already.
// Tested by site_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "tools/server/request.h"
#include "tools/server/response.h"

namespace tsg::web {

struct Entity {
  Body bytes = {};
  std::string content_type = {};
  std::string tag = {};  // an entity tag with its quotes
};

// A strong entity tag: the digest of the bytes, so that a change within the clock's grain is never missed.
std::string entity_tag(std::string_view bytes);

// 200 with the bytes, or 304 when If-None-Match names the tag. Not for a POST.
Response entity_response(const Request& request, Entity entity);

// Whether an If-None-Match header (RFC 9110, 13.1.2: weak comparison, a list, `*`) names `tag`.
bool names_tag(std::string_view if_none_match, std::string_view tag);

// 405 with what is allowed: for a POST to what is only read.
Response read_only_refusal();

// To the same path with `/` at its end, the query kept.
Response folder_redirect(const Request& request);

}  // namespace tsg::web
