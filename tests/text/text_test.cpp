// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "engine/text/digest.h"
#include "engine/text/json_writer.h"
#include "engine/text/line_index.h"
#include "engine/text/suggestion.h"
#include "engine/text/utf8.h"

using namespace tsg;

TEST_CASE("a digest is SHA-256 of FIPS 180-4") {
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("UTF-8 is valid only in its shortest form") {
  CHECK(valid_utf8("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"));
  for (const char* bad : {"\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80",
                          "\xE2\x82", "\xFF"}) {
    CHECK_FALSE(valid_utf8(bad));
  }
}

TEST_CASE("JSON strings are escaped, and invalid bytes replaced") {
  JsonWriter json;
  json.begin_object()
      .member("a\"", "\x01\n\xFF\xE2\x82\xAC")
      .member("n", 1.5)
      .key("l")
      .begin_array()
      .integer(1)
      .null()
      .end_array()
      .end_object();
  CHECK(json.text() == "{\"a\\\"\":\"\\u0001\\n\xEF\xBF\xBD\xE2\x82\xAC\",\"n\":1.5,\"l\":[1,null]}");
}

TEST_CASE("columns count characters and lines count LF") {
  const LineIndex lines("ab\r\n\xC3\xA9x");
  CHECK(lines.at(6) == LineColumn{2, 2});
  CHECK(lines.line_text(1) == "ab");
  CHECK(lines.at(100).line == 2);
}

TEST_CASE("the nearest name explains a slip, and only a slip") {
  CHECK(nearest_name("backendHelath", {"applicationGateway", "backendHealth"}) == "backendHealth");
  CHECK_FALSE(nearest_name("x", {"applicationGateway"}).has_value());
}
