// SPDX-License-Identifier: MIT
// A Content-Type and a body: what is read lies in the body, in order and within its bounds, and a form that
// is written from it is read the same. The other readers of headers take the first part as well.
#include <string>

#include "engine/text/utf8.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/property.h"
#include "tools/server/cookie.h"
#include "tools/server/multipart_form.h"
#include "tools/server/server_limits.h"

namespace tsg::fuzz {

namespace {

using namespace web;

std::string escaped(const std::string& label) {
  std::string out;
  for (const char c : label) out += c == '"' ? std::string("%22") : std::string(1, c);
  return out;
}

std::string written(const FormParts& parts, const std::string& boundary) {
  std::string out = "--" + boundary;
  for (const FormPart& part : parts) {
    out += "\r\ncontent-disposition:form-data;name=\"" + escaped(part.name) + '"';
    if (part.filename) out += ";filename=\"" + escaped(*part.filename) + '"';
    if (!part.content_type.empty()) out += "\r\ncontent-type:" + part.content_type;
    out += "\r\n\r\n" + std::string(part.bytes) + "\r\n--" + boundary;
  }
  return out + "--";
}

void require_sound_parts(const FormParts& parts, std::string_view body) {
  require(parts.size() <= limits::form_parts, "a form has no more parts than it may");
  const char* last = body.data();
  for (const FormPart& part : parts) {
    require(part.bytes.data() >= last && part.bytes.data() + part.bytes.size() <= body.data() + body.size(),
            "parts lie in the body, one after the other");
    last = part.bytes.data() + part.bytes.size();
    require(!part.name.empty() && part.name.size() <= limits::part_name_bytes, "a name is bounded");
    require(valid_utf8(part.name) && valid_utf8(part.filename.value_or("")), "labels are UTF-8");
    require(part.filename.value_or("").size() <= limits::file_name_bytes, "a file's name is bounded");
  }
}

// One that stands in no part.
std::string free_boundary(std::string_view body) {
  std::string boundary = "b";
  while (body.find(boundary) != std::string_view::npos && boundary.size() < limits::boundary_bytes) {
    boundary += boundary.size() % 2 == 0 ? 'b' : '0';
  }
  return body.find(boundary) == std::string_view::npos ? boundary : "";
}

}  // namespace

void fuzz_multipart(Bytes bytes) {
  const std::vector<std::string_view> parts = parts_of(text_of(bytes), 2);
  const std::string_view body = parts.back();
  for (const auto& [name, value] : read_cookies({{"Cookie", std::string(parts[0])}})) {
    require(set_cookie({.name = name, .value = value}).has_value(), "a cookie that is read can be set");
  }
  const auto form = read_multipart(parts[0], body);
  if (const auto* fault = std::get_if<MultipartFault>(&form)) {
    return require(!web::text_of(*fault).empty(), "what is refused has a reason");
  }
  const FormParts& read = std::get<FormParts>(form);
  require_sound_parts(read, body);
  const std::string boundary = free_boundary(body);
  if (boundary.empty()) return;
  const std::string again = written(read, boundary);
  const auto second = read_multipart("multipart/form-data;boundary=" + boundary, again);
  const auto* const same = std::get_if<FormParts>(&second);
  require(same && *same == read, "a form that is written as it was read is read the same", again);
}

}  // namespace tsg::fuzz
