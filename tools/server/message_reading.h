// SPDX-License-Identifier: MIT
// What boost's parser saw, in this room's own words.
#pragma once

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "tools/server/request_gate.h"
#include "tools/server/response.h"

namespace tsg::web {

using RequestParser = boost::beast::http::request_parser<boost::beast::http::string_body>;

// Whether the peer spoke, but not HTTP; else it went away, and nothing can be said to it.
bool wrong_http(boost::system::error_code error);
// REQUIRES: wrong_http(error)
Response refusal_of(boost::system::error_code error);

// At most one header more than there may be. REQUIRES: the parser has the head
RequestHead head_of(const RequestParser& parser);

}  // namespace tsg::web
