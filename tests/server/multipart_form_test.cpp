// SPDX-License-Identifier: MIT
#include "tools/server/multipart_form.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "tools/server/server_limits.h"

using namespace tsg::web;

namespace {

const std::string type = "multipart/form-data; boundary=AaB03x";

// Its only part, or the fault.
std::string part(const std::string& head, const std::string& bytes = "v") {
  return "--AaB03x\r\n" + head + "\r\n\r\n" + bytes + "\r\n--AaB03x--\r\n";
}

std::string named(const std::string& parameters) {
  return part("Content-Disposition: form-data" + parameters);
}

FormParts parts_of(const std::string& body, const std::string& content_type = type) {
  const auto form = read_multipart(content_type, body);
  const auto* const fault = std::get_if<MultipartFault>(&form);
  INFO((fault ? text_of(*fault) : ""));
  REQUIRE(std::holds_alternative<FormParts>(form));
  return std::get<FormParts>(form);
}

struct Refused {
  std::string body = {};
  MultipartFault fault = MultipartFault::ContentType;
};

}  // namespace

TEST_CASE("a form of a browser is read as it was filled in") {
  const std::string boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW";
  const std::string body = "--" + boundary +
                           "\r\nContent-Disposition: form-data; name=\"guide\"\r\n\r\nappgw 502\r\n--" +
                           boundary +
                           "\r\nContent-Disposition: form-data; name=\"facts\"; filename=\"f%22a.json\"\r\n"
                           "Content-Type: application/json\r\n\r\n{\"a\":\r\n1}\r\n--" +
                           boundary +
                           "\r\nContent-Disposition: form-data; name=\"none\"; filename=\"\"\r\n"
                           "Content-Type: application/octet-stream\r\n\r\n\r\n--" +
                           boundary + "--\r\n";
  const FormParts parts = parts_of(body, "multipart/form-data; boundary=" + boundary);
  CHECK(parts == FormParts{{"guide", std::nullopt, "", "appgw 502"},
                           {"facts", "f\"a.json", "application/json", "{\"a\":\r\n1}"},
                           {"none", "", "application/octet-stream", ""}});
}

TEST_CASE("the grammar of a part's headers") {
  CHECK(parts_of(named("; name=a"))[0].name == "a");
  CHECK(parts_of(named(";name=\"a b\";filename=x"))[0].filename == "x");
  CHECK(parts_of(named(" ;\tNAME=\"a\" ; FileName=\"C:\\x\\y.txt\" "))[0].filename == "C:\\x\\y.txt");
  CHECK(parts_of(named("; name=\"a;b=c\""))[0].name == "a;b=c");
  CHECK(parts_of(named("; name=\"\u00fc\u00df\""))[0].name == "\u00fc\u00df");
  CHECK(parts_of(named("; name=a; filename=\"../../etc/passwd\""))[0].filename == "../../etc/passwd");
  CHECK(parts_of(named("; name=a; filename=\"a%0D%0Ab\""))[0].filename == "a%0D%0Ab");
  CHECK(parts_of(part("content-disposition: FORM-DATA; name=a\r\nX-Other: y"))[0].bytes == "v");
  CHECK(
      parts_of(part("Content-Transfer-Encoding: binary\r\nContent-Disposition: form-data; name=a")).size() ==
      1);
  CHECK(parts_of(named("; name=a"), "Multipart/Form-Data; charset=utf-8; boundary=\"AaB03x\"").size() == 1);
  CHECK(parts_of("--AaB03x--").empty());
  CHECK(parts_of("--AaB03x--\r\n").empty());
}

TEST_CASE("a part's bytes are its own, whatever they are") {
  const std::string head = "Content-Disposition: form-data; name=a";
  for (const std::string& bytes :
       std::vector<std::string>{"", "\r\n", "\n--AaB03x", "--AaB03x", "\r\n-AaB03x--", "\r\n--AaB03",
                                "\r\n--AaB03X", std::string("\0\x01\xFF", 3), "\r", "\r\r\n\r\n"}) {
    CAPTURE(bytes);
    CHECK(parts_of(part(head, bytes))[0].bytes == bytes);
  }
}

TEST_CASE("what two readers could take for different things is refused") {
  const std::string head = "Content-Disposition: form-data; name=a";
  using Fault = MultipartFault;
  const std::vector<Refused> cases = {
      {"", Fault::Opening},
      {"text before" + part(head), Fault::Opening},
      {"\r\n" + part(head), Fault::Opening},
      {"--AaB03x", Fault::Unfinished},
      {"--AaB03x-", Fault::Unfinished},
      {"--AaB03x \r\n" + head + "\r\n\r\nv\r\n--AaB03x--", Fault::Opening},
      {"--AaB03x\n" + head + "\n\nv\n--AaB03x--", Fault::Opening},
      {part(head) + "text after", Fault::Unfinished},
      {part(head) + "\r\n", Fault::Unfinished},
      {part(head) + part(head), Fault::Unfinished},
      {"--AaB03x\r\n" + head + "\r\n\r\nno end", Fault::Unfinished},
      {"--AaB03x\r\n" + head + "\r\n\r\nv\r\n--AaB03x", Fault::Unfinished},
      {"--AaB03x\r\n" + head + "\r\n", Fault::Unfinished},
      {"--AaB03x\r\n", Fault::Unfinished},
      {part(head, "v\r\n--AaB03xy"), Fault::Inside},
      {part(head, "v\r\n--AaB03x \r\n"), Fault::Inside},
      {part(head, "v\r\n--AaB03x\n"), Fault::Inside},
      {part(""), Fault::Disposition},
      {part("Content-Type: text/plain"), Fault::Disposition},
      {part("Content-Disposition: attachment; name=a"), Fault::Disposition},
      {part(head + "\r\n" + head), Fault::Disposition},
      {named(""), Fault::Disposition},
      {named("; filename=a"), Fault::Disposition},
      {named("; name=a; name=b"), Fault::Disposition},
      {named("; name=a; filename=b; filename=c"), Fault::Disposition},
      {named("; name=a; filename*=utf-8''b"), Fault::Disposition},
      {named("; name=a; filename=b; filename*=utf-8''c"), Fault::Disposition},
      {named("; name=a; size=3"), Fault::Disposition},
      {named("; name=\"a"), Fault::Disposition},
      {named("; name=\"a\\\"b\""), Fault::Disposition},
      {named("; name=a b"), Fault::Disposition},
      {named("; name"), Fault::Disposition},
      {named("; name="), Fault::Disposition},
      {named("; name=a;"), Fault::Disposition},
      {named("; name=\"\""), Fault::Name},
      {named("; name=\"\xFF\""), Fault::Name},
      {named("; name=\"\xC0\xAF\""), Fault::Name},
      {named("; name=\"a\tb\""), Fault::Name},
      {named("; name=\"a" + std::string(1, '\0') + "b\""), Fault::Header},
      {part(head + "\nX: y"), Fault::Header},
      {part(head + "\r\n folded: x"), Fault::Header},
      {part(head + "\r\nno colon"), Fault::Header},
      {part(head + "\r\n: x"), Fault::Header},
      {part(head + "\r\nA : x"), Fault::Header},
      {part(head + "\r\nContent-Type: a/b\r\nContent-Type: c/d"), Fault::Header},
      {part(head + "\r\nContent-Type: multipart/mixed; boundary=x"), Fault::Encoding},
      {part(head + "\r\nContent-Transfer-Encoding: base64"), Fault::Encoding},
      {part(head + "\r\nContent-Transfer-Encoding: quoted-printable"), Fault::Encoding},
  };
  for (const Refused& each : cases) {
    CAPTURE(each.body);
    const auto form = read_multipart(type, each.body);
    REQUIRE(std::holds_alternative<MultipartFault>(form));
    CHECK(text_of(std::get<MultipartFault>(form)) == text_of(each.fault));
  }
}

TEST_CASE("a Content-Type names one boundary") {
  for (const std::string content_type :
       {"", "multipart/form-data", "multipart/mixed; boundary=AaB03x", "text/plain; boundary=AaB03x",
        "multipart/form-data; boundary=AaB03x; boundary=AaB03x", "multipart/form-data boundary=AaB03x",
        "multipart/form-data; boundary=\"AaB03x", "multipart/form-data; boundary=AaB03x,x"}) {
    CAPTURE(content_type);
    CHECK(std::get<MultipartFault>(read_multipart(content_type, named("; name=a"))) ==
          MultipartFault::ContentType);
  }
  for (const std::string boundary : {"\"\"", "\"a \"", "\"a\u00fc\"", "\"a\tb\""}) {
    CAPTURE(boundary);
    CHECK(std::get<MultipartFault>(read_multipart("multipart/form-data; boundary=" + boundary, "")) ==
          MultipartFault::Boundary);
  }
}

TEST_CASE("a form is as large as its limits and no larger") {
  const auto with_boundary = [](std::size_t size) {
    const std::string boundary(size, 'b');
    return read_multipart("multipart/form-data; boundary=" + boundary, "--" + boundary + "--");
  };
  CHECK(std::holds_alternative<FormParts>(with_boundary(limits::boundary_bytes)));
  CHECK(std::get<MultipartFault>(with_boundary(limits::boundary_bytes + 1)) == MultipartFault::Boundary);

  const auto with_parts = [](std::size_t count) {
    std::string body = "--AaB03x";
    for (std::size_t i = 0; i < count; ++i) {
      body += "\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n--AaB03x";
    }
    return read_multipart(type, body + "--");
  };
  CHECK(std::get<FormParts>(with_parts(limits::form_parts)).size() == limits::form_parts);
  CHECK(std::get<MultipartFault>(with_parts(limits::form_parts + 1)) == MultipartFault::TooManyParts);

  const auto with_name = [](std::size_t size) {
    return read_multipart(type, named("; name=" + std::string(size, 'n')));
  };
  CHECK(std::holds_alternative<FormParts>(with_name(limits::part_name_bytes)));
  CHECK(std::get<MultipartFault>(with_name(limits::part_name_bytes + 1)) == MultipartFault::Name);

  const auto with_file = [](std::size_t size) {
    return read_multipart(type, named("; name=a; filename=" + std::string(size, 'n')));
  };
  CHECK(std::holds_alternative<FormParts>(with_file(limits::file_name_bytes)));
  CHECK(std::get<MultipartFault>(with_file(limits::file_name_bytes + 1)) == MultipartFault::Name);

  const std::string head = "Content-Disposition: form-data; name=a\r\nX: ";
  const auto with_header = [&](std::size_t size) {
    return read_multipart(type, part(head + std::string(size - head.size() - 2, 'x')));
  };
  CHECK(std::holds_alternative<FormParts>(with_header(limits::part_header_bytes)));
  CHECK(std::get<MultipartFault>(with_header(limits::part_header_bytes + 1)) ==
        MultipartFault::HeaderTooLarge);
}

TEST_CASE("a hostile form of 8 MiB takes no longer than a plain one") {
  const std::string boundary(limits::boundary_bytes, 'b');
  std::string body = "--" + boundary + "\r\nContent-Disposition: form-data; name=a\r\n\r\n";
  const std::string nearly = "\r\n--" + boundary.substr(1);
  while (body.size() < (8U << 20U)) body += nearly;
  const auto form = read_multipart("multipart/form-data; boundary=" + boundary, body);
  CHECK(std::get<MultipartFault>(form) == MultipartFault::Unfinished);
}
