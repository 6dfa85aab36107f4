// SPDX-License-Identifier: MIT
// Expectations rewritten in place: only what differs changes, byte for byte.
#include <catch2/catch.hpp>

#include "engine/loader/expectation_writer.h"
#include "engine/loader/scenario_reader.h"

using namespace tsg;

namespace {

const std::string head = "format = 1\ntitle = \"t\"\n# above\n";

Expectation expectation_of(const std::string& text) {
  return read_scenario("s.toml", text).scenario.expect;
}

// What the file becomes when `now` is expected; "refused" when it cannot.
std::string rewritten(const std::string& before, const std::string& now) {
  const ExpectationRewrite rewrite = rewrite_expectation("s.toml", before, expectation_of(now));
  return has_error(rewrite.diagnostics) ? "refused" : rewrite.bytes;
}

std::string rewritten_expect(const std::string& before, const std::string& now) {
  const std::string text = rewritten(head + before, head + now);
  return text.starts_with(head) ? text.substr(head.size()) : text;
}

}  // namespace

TEST_CASE("what is the same stays byte for byte") {
  const std::string text =
      head + "[expect]  # here\npath = [ 'a',\n  \"b\" ] # two\n\n[expect.values]\nX = 1 # one\n";
  CHECK(rewritten(text, text) == text);
  CHECK(rewrite_expectation("s.toml", text, expectation_of(text)).changes.empty());
}

TEST_CASE("a list is replaced where it stands, on as many lines") {
  CHECK(rewritten_expect("[expect]\npath = ['a'] # kept\nopen = []\n",
                         "[expect]\npath = ['a', 'c']\nopen = []\n") ==
        "[expect]\npath = [\"a\", \"c\"] # kept\nopen = []\n");
  CHECK(rewritten_expect("[expect]\nopen = [\n  'a',\n]\n", "[expect]\nopen = ['b', 'c']\n") ==
        "[expect]\nopen = [\n  \"b\",\n  \"c\",\n]\n");
}

TEST_CASE("line ends of the file are kept") {
  const std::string before = "format = 1\r\n[expect]\r\noutcomes = ['a']\r\nopen = []\r\n";
  const std::string now = "format = 1\n[expect]\noutcomes = ['a']\nprovisional = ['a']\nopen = ['s']\n";
  CHECK(rewritten(before, now) ==
        "format = 1\r\n[expect]\r\noutcomes = ['a']\r\nprovisional = [\"a\"]\r\nopen = [\"s\"]\r\n");
}

TEST_CASE("a value becomes another, of its own type") {
  const std::string before = "[expect]\nopen = []\n[expect.values]\nA = 1\nB = 'x'\nC = true\nD = 1.5\n";
  CHECK(rewritten_expect(before,
                         "[expect]\nopen = []\n[expect.values]\nA = '1'\nB = 7\nC = ['p', 'q']\nD = 2.0\n") ==
        "[expect]\nopen = []\n[expect.values]\nA = \"1\"\nB = 7\nC = [\"p\", \"q\"]\nD = 2.0\n");
}

TEST_CASE("a fact's text cannot leave its string") {
  const std::string hostile = "\"]\n[expect.values]\nX = \"\\\x01";
  Expectation now = expectation_of(head + "[expect]\nopen = ['a']\n");
  now.open = {hostile};
  const ExpectationRewrite rewrite = rewrite_expectation("s.toml", head + "[expect]\nopen = ['a']\n", now);
  CHECK(expectation_of(rewrite.bytes).open == now.open);
}

TEST_CASE("what is gone is taken out with its line, and an empty table with its header") {
  const std::string before =
      "[expect]\nopen = []\n[expect.values.a]\nX = 1\nY = 2 # gone\n[expect.values.\"b[1]\"]\nZ = "
      "3\n\n[expect.checks]\nc = []\n";
  CHECK(
      rewritten_expect(before, "[expect]\nopen = []\n[expect.values.a]\nX = 1\n[expect.checks]\nc = []\n") ==
      "[expect]\nopen = []\n[expect.values.a]\nX = 1\n\n[expect.checks]\nc = []\n");
}

TEST_CASE("inline tables are written anew, and what cannot be edited is refused") {
  CHECK(rewritten_expect("[expect]\nopen = []\nchecks = { a = [], b = ['x'] }\n",
                         "[expect]\nopen = []\nchecks = { b = ['y z'] }\n") ==
        "[expect]\nopen = []\nchecks = { b = [\"y z\"] }\n");
  CHECK(rewritten_expect("[expect]\nopen = []\nvalues = { A = 1, B = 2 }\n",
                         "[expect]\nopen = []\nvalues = { A = 5 }\n") ==
        "[expect]\nopen = []\nvalues = { A = 5 }\n");
  CHECK(rewritten_expect("expect = { open = ['a'] }\n", "expect = { open = [] }\n") == "refused");
  CHECK(rewritten_expect("expect.open = ['a']\n", "expect.open = []\n") == "expect.open = []\n");
}
