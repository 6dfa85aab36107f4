// SPDX-License-Identifier: MIT
#include "engine/text/encoding.h"

#include <catch2/catch.hpp>

#include "engine/text/utf8.h"

using namespace tsg;

namespace {

// What a wrong decoder does to text: every byte becomes the character Windows-1252 has for it.
std::string encoded_twice(std::string_view utf8) {
  return from_windows1252(utf8).text;
}

std::string repaired(std::string_view text) {
  return repair_double_encoding(text).text;
}

}  // namespace

TEST_CASE("Windows-1252 bytes become their characters, and offsets lead back") {
  const Transcoded decoded = from_windows1252("a\xA0\x80z");
  CHECK(decoded.text == "a\xC2\xA0\xE2\x82\xACz");
  CHECK(decoded.steps == std::vector<std::pair<std::size_t, std::size_t>>{{3, 2}, {6, 3}});
}

TEST_CASE("every byte of Windows-1252 becomes one valid character") {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string text = from_windows1252(std::string(1, static_cast<char>(byte))).text;
    CHECK(valid_utf8(text));
    CHECK(decode_utf8(text, 0).size == text.size());
  }
}

TEST_CASE("text encoded twice is repaired to what it was") {
  for (const char* meant : {"\xC2\xA0", "caf\xC3\xA9", "it\xE2\x80\x99s", "\xE2\x80\x9Cquoted\xE2\x80\x9D",
                            "\xF0\x9F\x98\x80 ok", "\xD0\xBF\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82"}) {
    CHECK(repaired(encoded_twice(meant)) == meant);
  }
}

TEST_CASE("sound text is left alone") {
  for (const char* sound : {"plain", "caf\xC3\xA9",
                            "\xE2\x80\x9E"
                            "Men\xC3\x9C\xE2\x80\x9C",
                            "\xC3\x84\xC3\x96\xC3\x9C", "100\xC2\xA0\xE2\x82\xAC", "\xC3\x82", ""}) {
    CHECK(find_double_encoding(sound).empty());
    CHECK(repaired(sound) == sound);
  }
}

TEST_CASE("a repair keeps the way back to the source") {
  const std::string text =
      "a\xC3\x82\xC2\xA0"
      "b";
  const Transcoded mended = repair_double_encoding(text);
  CHECK(mended.text ==
        "a\xC2\xA0"
        "b");
  REQUIRE(mended.steps.size() == 1);
  CHECK(mended.steps[0] == std::pair<std::size_t, std::size_t>{3, 5});
  CHECK(find_double_encoding(text).front().range == ByteRange{1, 5});
}
