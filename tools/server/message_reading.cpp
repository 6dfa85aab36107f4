// SPDX-License-Identifier: MIT
#include "tools/server/message_reading.h"

#include <boost/beast/http/error.hpp>

#include <string>

#include "tools/server/server_limits.h"

namespace tsg::web {

namespace http = boost::beast::http;
using boost::system::error_code;

bool wrong_http(error_code error) {
  return error.category() == make_error_code(http::error::bad_target).category() &&
         error != http::error::end_of_stream && error != http::error::partial_message;
}

Response refusal_of(error_code error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    return text_response(431, "the headers are too large");
  }
  if (error == http::error::body_limit) return text_response(413, "the body is too large");
  if (error == http::error::bad_version) return text_response(505, "speak HTTP/1.1");
  return text_response(400, "this is not a request of HTTP/1.1");
}

RequestHead head_of(const RequestParser& parser) {
  const auto& message = parser.get();
  RequestHead head = {.method = std::string(message.method_string()),
                      .target = std::string(message.target()),
                      .version = message.version()};
  for (const auto& field : message) {
    if (head.headers.size() > limits::header_count) break;
    head.headers.push_back({std::string(field.name_string()), std::string(field.value())});
  }
  return head;
}

}  // namespace tsg::web
