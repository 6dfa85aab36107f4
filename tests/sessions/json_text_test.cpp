// SPDX-License-Identifier: MIT
#include "tools/sessions/json_text.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>

#include "tools/sessions/session_limits.h"

using namespace tsg;

namespace {

constexpr std::string_view seeds[] = {
    R"({"a": [1, -2.5e+1, 0.1, true, false, null], "b\u00e4\ud83d\ude00": {"": "\"\\\/\b\f\n\r\t"}})",
    R"( [ {} , [] , "x" , 0 , -0 , 1E5 ] )",
    R"("\u0000 text")",
    "-12.25e-3",
};

std::string nested(std::size_t depth) {
  return std::string(depth, '[') + std::string(depth, ']');
}

}  // namespace

TEST_CASE("JSON is taken exactly where another reader takes it") {
  std::mt19937 random(7);
  const std::string letters = "{}[]:,\"\\ue0159.-+ \n\ttrfalsn\xC3\xA4\x01";
  int taken = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text(seeds[random() % std::size(seeds)]);
    for (auto change = random() % 3; change > 0; --change) {
      const std::size_t at = random() % text.size();
      if (random() % 2 == 0)
        text[at] = letters[random() % letters.size()];
      else
        text.erase(at, 1);
      if (text.empty()) text = "1";
    }
    const bool valid = nlohmann::json::accept(text);
    INFO(text);
    REQUIRE(is_json(text) == valid);
    const auto compact = compact_json(text);
    REQUIRE(compact.has_value() == valid);
    if (!valid) continue;
    ++taken;
    CHECK(compact->find('\n') == std::string::npos);
    CHECK(nlohmann::json::parse(*compact) == nlohmann::json::parse(text));
  }
  CHECK(taken > 3000);
}

TEST_CASE("JSON may be nested as deep as the limit says") {
  CHECK(is_json(nested(session_json_depth)));
  CHECK_FALSE(is_json(nested(session_json_depth + 1)));
  CHECK_FALSE(is_json(std::string(1'000'000, '[')));
}

TEST_CASE("lists of texts come back from JSON, and nothing else is one") {
  const std::vector<std::string> texts = {"", "a\"\\\n\x01", "\xF0\x9F\x98\x80", std::string("a\0b", 3)};
  CHECK(strings_of_json(json_of_strings(texts)) == texts);
  CHECK(strings_of_json("[]") == std::vector<std::string>());
  CHECK(strings_of_json(R"(["\ud83d\ude00\u0041"])") == std::vector<std::string>{"\xF0\x9F\x98\x80"
                                                                                 "A"});
  for (const char* text : {"", "[", "[1]", "[\"a\",]", "[\"a\"", "{}", "[]x", "[\"\\ud83d\"]", "[\"a\"]]"})
    CHECK_FALSE(strings_of_json(text));
}
