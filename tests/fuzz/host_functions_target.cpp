// SPDX-License-Identifier: MIT
// The functions a rule can call, against oracles. The first byte chooses the function (from '0' in the order
// of host_calls.cpp), then come, each a part: n, m and x as text; a; b; list, its items between 0x1F.
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

#include "tests/fuzz/host_calls.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/property.h"
#include "tests/fuzz/stock_lua.h"
#include "tests/lua/rule_fixture.h"

namespace tsg::fuzz {

namespace {

// `want` is what must come out; absent: nobody knows, or it must fail.
constexpr std::string_view rule_body = R"(
return { answers = { "ran", "same", "other" }, reads = { "in" }, decide = function(facts)
  local list = {}
  for i, each in ipairs(facts["in"].list) do list[i] = each end
  local given = facts["in"]
  local got = calls.show(calls.calls[given.call](given.a, given.b, given.n, given.m, given.x, list))
  if given.want == nil then return answer "ran" end
  return got == given.want and answer "same" or answer("other", { Size = #got })
end }
)";

Catalogue arguments_catalogue() {
  return test::CatalogueBuilder("gw")
      .path("in.call", "integer")
      .path("in.a", "string")
      .path("in.b", "string")
      .path("in.n", "integer")
      .path("in.m", "integer")
      .path("in.x", "number")
      .path("in.list", "string[]")
      .path("in.want", "string?")
      .build();
}

template <typename Number>
Number take_number(std::string_view& text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  if (!text.empty()) text.remove_prefix(1);  // what stands between two numbers
  return error == std::errc() ? number : Number{0};
}

std::vector<std::string> items_of(std::string_view text) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\x1F'), text.size());
    items.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return items;
}

Arguments arguments_from(std::string_view text) {
  std::vector<std::string_view> parts = parts_of(text, 4);
  parts.resize(4);
  Arguments arguments;
  arguments.n = take_number<std::int64_t>(parts[0]);
  arguments.m = take_number<std::int64_t>(parts[0]);
  arguments.x = take_number<double>(parts[0]);
  arguments.a = parts[1];
  arguments.b = parts[2];
  arguments.list = items_of(parts[3]);
  return arguments;
}

test::Json integer(std::int64_t value) {
  test::Json json(0);
  json.integer = value;
  return json;
}

test::Json facts_of(std::size_t call, const Arguments& arguments, const Expectation& expected) {
  std::vector<test::Json> list(arguments.list.begin(), arguments.list.end());
  std::vector<std::pair<std::string, test::Json>> members = {
      {"call", integer(static_cast<std::int64_t>(call) + 1)},
      {"a", arguments.a},
      {"b", arguments.b},
      {"n", integer(arguments.n)},
      {"m", integer(arguments.m)},
      {"x", arguments.x},
      {"list", test::list(list)}};
  if (expected.shown) members.emplace_back("want", *expected.shown);
  return test::object({{"in", test::object(members)}});
}

// Errors by which the sandbox bounds what Lua does not (docs/rule-format.md).
bool is_a_bound(std::string_view message) {
  for (const std::string_view words : {"at most", "stopped:", "too many", "not offered", "two digits",
                                       "too long", "longer than", "too large", "cannot be used"}) {
    if (message.find(words) != std::string_view::npos) return true;
  }
  return false;
}

void require_expected(const HostCall& call, const Expectation& expected, const Verdict& verdict) {
  const std::string seen = std::string(call.expression) + ": " + verdict.option + verdict.message;
  require(verdict.kind == VerdictKind::Answer || verdict.kind == VerdictKind::Error,
          "a call answers or fails", seen);
  if (!expected.known) return;
  const bool failed = verdict.kind == VerdictKind::Error;
  if (failed)
    return require(!expected.shown || is_a_bound(verdict.message), "a call fails where it should", seen);
  require(expected.shown || call.more_lenient, "a call fails where it should fail", seen);
  if (expected.shown)
    require(verdict.option == "same", "a call gives what it should", seen + "\nwanted " + *expected.shown);
}

}  // namespace

void fuzz_host_functions(Bytes bytes) {
  static StockLua stock;
  static test::Rules rules(
      {test::module_source("lib.calls", calls_chunk(CallSet::All)),
       test::rule_source("local calls = require \"lib.calls\"" + std::string(rule_body))},
      arguments_catalogue());
  require(rules.compiled.diagnostics.empty(), "the calling rule compiles",
          rules.compiled.diagnostics.empty() ? "" : rules.compiled.diagnostics[0].message);
  std::string_view text = text_of(bytes);
  const std::size_t index = choose(text, host_calls().size());
  const Arguments arguments = arguments_from(text);
  const Expectation expected = stock.expect(index, arguments);
  require_expected(host_calls()[index], expected, rules.run("r", facts_of(index, arguments, expected)));
}

}  // namespace tsg::fuzz
