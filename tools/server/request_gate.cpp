// SPDX-License-Identifier: MIT
#include "tools/server/request_gate.h"

#include <charconv>
#include <optional>
#include <utility>

#include "tools/server/request_path.h"
#include "tools/server/server_limits.h"

namespace tsg::web {

namespace {

using Refusal = std::optional<Response>;

bool changes(Method method) {
  return method != Method::Get && method != Method::Head;
}

bool takes_body(Method method) {
  return method == Method::Post || method == Method::Put;
}

std::optional<Method> method_of(std::string_view name, Posts posts) {
  if (name == "GET") return Method::Get;
  if (name == "HEAD") return Method::Head;
  if (posts == Posts::Refused) return std::nullopt;
  if (name == "POST") return Method::Post;
  if (name == "PUT") return Method::Put;
  if (name == "DELETE") return Method::Delete;
  return std::nullopt;
}

Response method_refusal(Posts posts) {
  Response response = text_response(405, "this method is not used here");
  response.headers.push_back(
      {"Allow", posts == Posts::Accepted ? "GET, HEAD, POST, PUT, DELETE" : "GET, HEAD"});
  return response;
}

Refusal refuse_head(const RequestHead& head) {
  if (head.version != 11 && head.version != 10) return text_response(505, "speak HTTP/1.1");
  if (head.headers.size() > limits::header_count) return text_response(431, "there are too many headers");
  return std::nullopt;
}

Refusal refuse_host(const Headers& headers, const Gate& gate) {
  const std::size_t hosts = count_headers(headers, "Host");
  if (hosts != 1) return text_response(400, hosts == 0 ? "there is no Host" : "there are two Hosts");
  const std::string& host = *find_header(headers, "Host");
  if (!gate.hosts.empty()) {
    if (own_host(host, gate.hosts)) return std::nullopt;
    return text_response(421, "this server answers to the names that it was given alone");
  }
  if (own_authority(host, gate.port)) return std::nullopt;
  return text_response(421, "this server answers to localhost, 127.0.0.1 and [::1] with its port");
}

Refusal refuse_framing(const Headers& headers) {
  if (count_headers(headers, "Content-Length") > 1)
    return text_response(400, "there are two Content-Lengths");
  if (!find_header(headers, "Transfer-Encoding")) return std::nullopt;
  if (find_header(headers, "Content-Length")) {
    return text_response(400, "there is a Content-Length beside a Transfer-Encoding");
  }
  return text_response(411, "send a body with its Content-Length");
}

// Digits alone: a sign, a blank or a list is how servers come to disagree on where a request ends.
std::optional<std::size_t> length_of(const Headers& headers) {
  const std::string* const text = find_header(headers, "Content-Length");
  if (!text) return 0;
  std::size_t length = 0;
  const char* const end = text->data() + text->size();
  const auto [stop, error] = std::from_chars(text->data(), end, length);
  if (error == std::errc::result_out_of_range) return SIZE_MAX;
  if (error != std::errc() || stop != end) return std::nullopt;
  return length;
}

Refusal refuse_length(const std::optional<std::size_t>& length, Method method, const Gate& gate) {
  if (!length) return text_response(400, "the Content-Length is no number");
  if (*length > gate.body_bytes) return text_response(413, "the body is too large");
  if (!takes_body(method) && *length > 0) return text_response(400, "only a POST or PUT has a body");
  return std::nullopt;
}

Refusal refuse_origin(const Headers& headers, Method method, const Gate& gate) {
  if (!changes(method) || own_origin(headers, gate.scheme)) return std::nullopt;
  return text_response(403, "this comes from a page of another site");
}

Response target_refusal(TargetFault fault) {
  return text_response(fault == TargetFault::TooLong ? 414 : 400, text_of(fault));
}

}  // namespace

std::variant<Admitted, Response> admit(RequestHead head, const Gate& gate) {
  if (Refusal refusal = refuse_head(head)) return *std::move(refusal);
  if (Refusal refusal = refuse_host(head.headers, gate)) return *std::move(refusal);
  const std::optional<Method> method = method_of(head.method, gate.posts);
  if (!method) return method_refusal(gate.posts);
  if (Refusal refusal = refuse_framing(head.headers)) return *std::move(refusal);
  const std::optional<std::size_t> length = length_of(head.headers);
  if (Refusal refusal = refuse_length(length, *method, gate)) return *std::move(refusal);
  if (Refusal refusal = refuse_origin(head.headers, *method, gate)) return *std::move(refusal);
  auto target = read_target(head.target);
  if (const auto* fault = std::get_if<TargetFault>(&target)) return target_refusal(*fault);
  Target& read = std::get<Target>(target);
  return Admitted{{.method = *method,
                   .path = std::move(read.path),
                   .raw_target = std::move(head.target),
                   .query = std::move(read.query),
                   .headers = std::move(head.headers)},
                  *length};
}

}  // namespace tsg::web
