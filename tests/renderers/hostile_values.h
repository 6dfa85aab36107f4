// SPDX-License-Identifier: MIT
// Values that try to become markup: a list of our own, random ones, and the shared list where it is at hand.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

namespace tsg::test {

inline std::vector<std::string> own_hostile_values() {
  using namespace std::string_literals;
  return {"",
          " ",
          "   ",
          " x ",
          "x",
          "\t",
          "    code",
          "\tcode",
          "# heading",
          "#",
          "a #",
          "a ##",
          "- item",
          "-",
          "+ item",
          "* item",
          "1. one",
          "1) one",
          "1",
          "123",
          "1.",
          "> quote",
          "===",
          "---",
          "***",
          "___",
          "a\n===",
          "a\n---",
          "| a | b |",
          "---|---",
          ":-:",
          "|",
          "\\|",
          "a\\|b",
          "\\",
          "\\\\",
          "`",
          "``",
          "```",
          "```\ncode\n```",
          "~~~",
          "~~~\ncode",
          "*",
          "**",
          "*a*",
          "**a**",
          "_a_",
          "__a__",
          "~a~",
          "~~a~~",
          "snake_case_name",
          "[a](b)",
          "[a][b]",
          "[a]",
          "[a]: http://b",
          "![a](b)",
          "!",
          "[^1]",
          "[^1]: note",
          "[x] task",
          "[ ] task",
          "](http://evil)",
          "(http://evil)",
          "<b>",
          "<script>alert(1)</script>",
          "<!-- c -->",
          "<http://evil.example>",
          "<a@b.example>",
          "&amp;",
          "&lt;",
          "&#42;",
          "&",
          "lt;",
          "www.evil.example",
          "WWW.evil.example",
          "www",
          "w",
          ".example.com",
          "http://evil.example/x?y#z",
          "https://evil.example",
          "ftp://evil.example",
          "http",
          "ttp://evil.example",
          "://evil.example",
          "//evil.example",
          "mailto:a@b.example",
          "xmpp:a@b.example/x",
          "a@b.example",
          "@user",
          "a@",
          "@b.example",
          "b.example",
          "{{x}}",
          "$x$",
          "$$x$$",
          "a\nb",
          "a\r\nb",
          "a\n\nb",
          "a  \nb",
          "a\\\nb",
          "a  ",
          "a\\",
          "\n# x",
          "\n- x\n- y",
          "\n\n    x",
          "\n> x",
          "\n```\nx",
          "\n| a |\n|---|\n| b |",
          "a\0b"s,
          "\x1b[31m",
          "\xFF\xFE",
          "\xC0\x80",
          "\u00A0x\u00A0",
          "\u3000",
          "\u201Cx\u201D",
          "\u2028x",
          "\u202Ex",
          "é",
          "日本語"};
}

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t bound) {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 7U;
    state_ ^= state_ << 17U;
    return static_cast<std::size_t>(state_ % bound);
  }

 private:
  std::uint64_t state_;
};

inline std::string random_hostile_value(Random& random) {
  static const std::vector<std::string> parts = {
      "*",    "**",     "_",     "__",      "~",    "~~",  "`",   "``",  "```", "[",      "]",      "(",
      ")",    "!",      "#",     "-",       "+",    "=",   "|",   "\\",  "<",   ">",      "&",      ";",
      ":",    "/",      "//",    ".",       "@",    "$",   "{",   "}",   "^",   "\"",     "'",      " ",
      "  ",   "\t",     "\n",    "\r\n",    "\n\n", "1",   "a",   "x",   "w",   "www.",   "www",    "http",
      "://",  "https:", "e.com", "mailto:", "[^1]", "[x]", "---", "===", "é",   "\u2060", "\u00A0", "\xFF",
      "\x01", "&amp;",  "<b>",   "</b>",    "<!--", "-->", "|-|", "s"};
  std::string value;
  for (std::size_t count = random.below(8); count-- > 0;) value += parts[random.below(parts.size())];
  return value;
}

// Empty where the shared data is not at hand.
inline std::vector<std::string> shared_hostile_values() {
  std::vector<std::string> values;
  const char* const folder = std::getenv("TSG_SHARED_DATA");
  if (folder == nullptr) {
    static const bool told = static_cast<bool>(
        std::cout << "TSG_SHARED_DATA is not set: the shared hostile values are not tried\n");
    static_cast<void>(told);
    return values;
  }
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (parser.load(std::string(folder) + "/hostile-values.json").get(root) != simdjson::SUCCESS) return values;
  for (const simdjson::dom::element each : root["values"].get_array()) {
    std::string_view text;
    if (each["value"].get(text) == simdjson::SUCCESS) values.emplace_back(text);
  }
  return values;
}

inline std::vector<std::string> hostile_values(std::size_t random_count) {
  std::vector<std::string> values = own_hostile_values();
  for (std::string& value : shared_hostile_values()) values.push_back(std::move(value));
  Random random(20261120);
  for (std::size_t i = 0; i < random_count; ++i) values.push_back(random_hostile_value(random));
  return values;
}

}  // namespace tsg::test
