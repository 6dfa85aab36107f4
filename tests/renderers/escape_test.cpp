// SPDX-License-Identifier: MIT
// Context x value -> exact bytes.
#include <algorithm>
#include <catch2/catch.hpp>

#include "renderers/escape_csv.h"
#include "renderers/escape_html.h"
#include "renderers/escape_terminal.h"
#include "renderers/escape_url.h"
#include "tests/renderers/hostile_values.h"

using namespace tsg;
using namespace tsg::test;
using namespace std::string_literals;

namespace {

using Escape = void (*)(std::string&, std::string_view);

std::string escaped(Escape escape, std::string_view value) {
  std::string out;
  escape(out, value);
  return out;
}

using Table = std::vector<std::pair<std::string, std::string>>;

void check_table(Escape escape, const Table& table) {
  for (const auto& [value, wanted] : table) {
    INFO("value: " << value.substr(0, 200));
    CHECK(escaped(escape, value) == wanted);
  }
}

}  // namespace

TEST_CASE("HTML text and attributes") {
  check_table(append_html, {{"plain é 日本", "plain é 日本"},
                            {"<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;"},
                            {"&amp;", "&amp;amp;"},
                            {"a\0b\x1b"s, "a\uFFFDb\uFFFD"},
                            {"a\tb\nc\r\nd\re", "a\tb\nc\nd\ne"},
                            {"\xFFx\xE2\x82", "\uFFFDx\uFFFD\uFFFD"},
                            {"", ""}});
  check_table(append_html_line, {{"a\r\nb\nc", "a b c"}});
  check_table(append_html_isolated, {{"<", "<bdi>&lt;</bdi>"}});
}

TEST_CASE("a value that is a whole URL") {
  check_table(append_url, {{"https://a.example/b?c=d&e=f#g", "https://a.example/b?c=d&e=f#g"},
                           {"HTTP://A.example", "HTTP://A.example"},
                           {"mailto:a@b.example?subject=x y", "mailto:a@b.example?subject=x%20y"},
                           {" \x01https://a.example/\t\n", "https://a.example/"},
                           {"ht\ntps://a.example/", "https://a.example/"},
                           {"https://[::1]:8080/(a)'\"<>", "https://[::1]:8080/%28a%29%27%22%3C%3E"},
                           {"https://a.example/%2Fé%", "https://a.example/%2F%C3%A9%25"},
                           {"javascript:alert(1)", "#blocked"},
                           {"JaVa\tScript:alert(1)", "#blocked"},
                           {"data:text/html,x", "#blocked"},
                           {"//evil.example", "#blocked"},
                           {"\\\\evil.example", "#blocked"},
                           {"https:evil.example", "#blocked"},
                           {"https:\\\\evil.example", "#blocked"},
                           {"https://", "#blocked"},
                           {"https:///evil.example", "#blocked"},
                           {"https://good.example@evil.example/", "#blocked"},
                           {"https://good.example\\@evil.example/", "#blocked"},
                           {"https://good.example evil/", "#blocked"},
                           {"/path", "#blocked"},
                           {"", "#blocked"}});
}

TEST_CASE("a value in a part of a URL") {
  check_table(append_url_segment, {{"a-b_c.d~e", "a-b_c.d~e"},
                                   {"a/b?c#d%e f", "a%2Fb%3Fc%23d%25e%20f"},
                                   {"/subscriptions/1", "%2Fsubscriptions%2F1"},
                                   {"é", "%C3%A9"},
                                   {"\xFF", "%EF%BF%BD"},
                                   {".", "blocked"},
                                   {"..", "blocked"},
                                   {"...x", "...x"},
                                   {"", ""}});
  check_table(append_url_query, {{"a&b=c", "a%26b%3Dc"}, {"..", ".."}, {"\0"s, "%00"}});
}

TEST_CASE("a value on a terminal") {
  check_table(append_terminal,
              {{"plain\té\n", "plain\té\n"},
               {"\x1b[31mx\x07", "\\x1b[31mx\\x07"},
               {"a\r\nb\rc", "a\nb\\x0dc"},
               {"\x7F\u009B", "\\x7f\\x9b"},
               {"\x9B", "\\x9b"},
               {"abc\u202Egnp", "abc\\u{202e}gnp"},
               {"\u2066a\u2069\u200B\u00AD\uFEFF", "\\u{2066}a\\u{2069}\\u{200b}\\u{ad}\\u{feff}"},
               {"👨\u200D👩", "👨\u200D👩"},
               {"x\u200Dy\uFE0F", "x\\u{200d}y\\u{fe0f}"},
               {"❤\uFE0F\uFE0F", "❤\uFE0F\\u{fe0f}"}});
  check_table(append_terminal_line, {{"a\nb\tc", "a b c"}});
}

TEST_CASE("a value in a log line") {
  check_table(append_log, {{"a\nb\r\nc\td\\n", "a\\nb\\x0d\\nc\\td\\\\n"}, {"%s{}", "%s{}"}});
}

TEST_CASE("a value in a CSV cell") {
  check_table(append_csv, {{"plain", "plain"},
                           {"=1+1", "'=1+1"},
                           {"+1", "'+1"},
                           {"-1", "'-1"},
                           {"@x", "'@x"},
                           {" =1", "' =1"},
                           {"\t=1", "\"'\t=1\""},
                           {"＝1", "'＝1"},
                           {";=1", "\"';=1\""},
                           {"a,b", "\"a,b\""},
                           {"a\"b", "\"a\"\"b\""},
                           {"a\nb", "\"a\nb\""},
                           {"", ""}});
}

TEST_CASE("no control reaches a terminal, and no value makes a second log line") {
  for (const std::string& value : hostile_values(500)) {
    const std::string shown = escaped(append_terminal, value);
    CHECK(std::none_of(shown.begin(), shown.end(), [](char c) {
      const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
      return control && c != '\n' && c != '\t';
    }));
    CHECK(escaped(append_log, value).find_first_of("\n\r\t") == std::string::npos);
    CHECK(escaped(append_terminal, value).find("\u202E") == std::string::npos);
  }
}
