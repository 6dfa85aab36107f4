// SPDX-License-Identifier: MIT
// Sets of prefixes and ports, and matchers over them, as a rule sees them.
#include <catch2/catch.hpp>

#include "tests/lua/rule_fixture.h"

using namespace tsg;
using namespace tsg::test;

namespace {

struct Row {
  const char* expression;
  const char* value;
};

void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.expression);
    CHECK(value_of(row.expression) == row.value);
  }
}

}  // namespace

TEST_CASE("a prefix set joins what touches, keeps families apart and refuses what it cannot read") {
  check_rows({
      {"net.prefix_match(net.prefix_set { '10.0.0.0/25', '10.0.0.128/25' }, '10.0.0.0/24')", "all"},
      {"net.prefix_match(net.prefix_set { '10.0.0.0/25', '10.0.0.129/32' }, '10.0.0.0/24')", "some"},
      {"net.prefix_match(net.prefix_set { '10.0.0.0/25', '10.0.2.0/24' }, '10.0.1.0/24')", "none"},
      {"net.prefix_match(net.prefix_set '10.0.0.0/8', '10.255.255.255')", "all"},
      {"net.prefix_match(net.prefix_set { '0.0.0.0/0' }, '2001:db8::1')", "none"},
      {"net.prefix_match(net.prefix_set { '::/0' }, '10.0.0.1')", "none"},
      {"net.prefix_match(net.prefix_set { '::ffff:10.0.0.0/104' }, '10.0.0.1')", "all"},
      {"net.prefix_match(net.prefix_set { '2001:db8::/65', '2001:db8:0:0:8000::/65' }, '2001:db8::/64')",
       "all"},
      {"net.prefix_match(net.prefix_set {}, '10.0.0.1')", "none"},
      {"net.prefix_match(net.prefix_set {}, net.prefix_set {})", "none"},
      {"net.prefix_match(net.prefix_set { net.prefix_set { '10.0.0.0/25' }, '10.0.0.128/25' }, "
       "'10.0.0.0/24')",
       "all"},
      {"net.prefix_match(net.prefix_set '10.0.0.0/8', net.prefix_set { '10.1.0.0/16', '11.0.0.0/8' })",
       "some"},
      {"net.prefix_match(net.prefix_set '10.0.0.0/8', 'x')", "nil"},
      {"net.prefix_set { '10.0.0.0/8', '10.0.0.0/33' }", "nil"},
      {"select(2, net.prefix_set { '10.0.0.0/8', '10.0.0.0/33' })", "10.0.0.0/33"},
      {"net.prefix_set '10.0.0.0/8'", "set"},
      {"type(net.prefix_set {})", "userdata"},
  });
}

TEST_CASE("what is outside of a set is everything else in both families") {
  check_rows({
      {"net.prefix_match(net.outside(net.prefix_set '10.0.0.0/8'), '10.0.0.1')", "none"},
      {"net.prefix_match(net.outside(net.prefix_set '10.0.0.0/8'), '9.255.255.255')", "all"},
      {"net.prefix_match(net.outside(net.prefix_set '10.0.0.0/8'), '11.0.0.0')", "all"},
      {"net.prefix_match(net.outside(net.prefix_set '10.0.0.0/8'), '::/0')", "all"},
      {"net.prefix_match(net.outside(net.prefix_set { '0.0.0.0/0', '::/0' }), '1.2.3.4')", "none"},
      {"net.prefix_match(net.outside(net.prefix_set {}), '0.0.0.0/0')", "all"},
      {"net.prefix_match(net.outside(net.prefix_set { '0.0.0.0/1', '8000::/1' }), '128.0.0.0/1')", "all"},
      {"net.prefix_match(net.outside(net.prefix_set { '0.0.0.0/1', '8000::/1' }), '::/1')", "all"},
  });
}

TEST_CASE("a port set holds ranges and lists, and tells its bounds") {
  check_rows({
      {"net.port_match(net.port_set { '22', '80-90,443' }, 443)", "true"},
      {"net.port_match(net.port_set { '22', '80-90,443' }, 91)", "false"},
      {"net.port_match(net.port_set '*', 65535)", "true"},
      {"net.port_match(net.port_set {}, 0)", "false"},
      {"net.port_match(net.port_set '80', 65536)", "nil"},
      {"net.port_match(net.port_set { 8080 }, '8080')", "true"},
      {"net.port_set { '80', '90-80' }", "nil"},
      {"select(2, net.port_set { '80', '90-80' })", "90-80"},
      {"table.concat(net.port_bounds(net.port_set { '90-95', '80-89', '0', '65535' }), ' ')",
       "0 0 80 95 65535 65535"},
      {"#net.port_bounds(net.port_set {})", "0"},
  });
}

TEST_CASE("a prefix has two halves, an address none") {
  check_rows({
      {"table.concat({ net.halves '10.0.0.77/24' }, ' ')", "10.0.0.0/25 10.0.0.128/25"},
      {"table.concat({ net.halves '0.0.0.0/0' }, ' ')", "0.0.0.0/1 128.0.0.0/1"},
      {"table.concat({ net.halves '10.0.0.4/31' }, ' ')", "10.0.0.4 10.0.0.5"},
      {"table.concat({ net.halves '2001:db8::/127' }, ' ')", "2001:db8:: 2001:db8::1"},
      {"table.concat({ net.halves '2001:db8::/63' }, ' ')", "2001:db8::/64 2001:db8:0:1::/64"},
      {"net.halves '10.0.0.4'", "nil"},
      {"net.halves '2001:db8::1'", "nil"},
      {"net.halves 'x'", "nil"},
  });
}

TEST_CASE("a matcher leads from one row that a flow can meet to the next") {
  const std::string rows =
      "net.matcher { { protocol = 'udp' }, { ports = net.port_set '80' }, "
      "{ destination = net.prefix_set '10.0.0.0/24' }, { open = true }, {} }";
  const auto next = [&rows](const std::string& arguments) {
    return value_of("(function() local at, sure = net.next_match(" + rows + ", " + arguments +
                    ") return tostring(at) .. ' ' .. tostring(sure) end)()");
  };
  CHECK(next("1, 'Tcp', 443, '10.1.0.1', '10.0.0.4'") == "3 true");
  CHECK(next("1, 'Tcp', 443, '10.1.0.1', '10.0.0.0/23'") == "3 false");
  CHECK(next("1, 'Tcp', 443, '10.1.0.1', nil") == "3 false");
  CHECK(next("1, 'TCP', 80, '10.1.0.1', '10.9.0.1'") == "2 true");
  CHECK(next("1, 'Tcp', nil, '10.1.0.1', '10.9.0.1'") == "2 false");
  CHECK(next("1, 'Icmp', 80, '10.1.0.1', '10.9.0.1'") == "2 false");
  CHECK(next("1, 'UDP', 443, '10.1.0.1', '10.9.0.1'") == "1 true");
  CHECK(next("1, '*', 443, '10.1.0.1', '10.9.0.1'") == "1 false");
  CHECK(next("4, 'Tcp', 443, '10.1.0.1', '10.9.0.1'") == "4 false");
  CHECK(next("5, 'Tcp', 443, '10.1.0.1', '10.9.0.1'") == "5 true");
  CHECK(next("6, 'Tcp', 443, '10.1.0.1', '10.9.0.1'") == "nil nil");
  CHECK(next("1, 'Tcp', 443, 'x', '10.9.0.1'") == "nil nil");
}

TEST_CASE("sets cannot be changed, read like tables or handed out") {
  for (const char* body :
       {"net.prefix_set('10.0.0.0/8').x = 1", "return yes { V = net.prefix_set('10.0.0.0/8').x }",
        "return yes { V = net.prefix_set('10.0.0.0/8') }", "return yes { V = #net.port_set('80') }",
        "setmetatable(net.port_set('80'), {})", "net.prefix_match(net.port_set('80'), '10.0.0.1')",
        "net.port_match(net.prefix_set('10.0.0.0/8'), 80)", "net.outside(net.port_set('80'))",
        "net.next_match(net.port_set('80'), 1, 'Tcp', 80)", "net.matcher { { ports = net.prefix_set {} } }",
        "net.matcher { { source = net.port_set {} } }", "net.matcher { 1 }", "net.prefix_set { {} }"}) {
    INFO(body);
    CHECK(run_body(body).kind == VerdictKind::Error);
  }
}

TEST_CASE("a set made when the file is loaded serves every document, and the rule stays without state") {
  Rules rules({rule_source(rule_text("return yes { V = net.prefix_match(private, facts.gateway.name) }",
                                     "local private = net.prefix_set { '10.0.0.0/8' }"))});
  for (const char* name : {"10.0.0.4", "11.0.0.4", "10.0.0.5"}) {
    const Verdict verdict =
        rules.run("r", object({{"gateway", object({{"name", name}, {"capacity", 1}, {"pools", list({})}})}}));
    CHECK(to_text(verdict.values.at(0).value) == (std::string(name) == "11.0.0.4" ? "none" : "all"));
  }
}

TEST_CASE("a set counts as memory of the rule") {
  const Verdict verdict = run_body(
      "local sets = {} for i = 1, 100000 do sets[i] = net.prefix_set { '10.0.0.0/8', '2001:db8::/32', "
      "'172.16.0.0/12', '192.168.0.0/16', '11.0.0.0/9', '12.0.0.0/9' } end return yes { V = #sets }");
  CHECK(verdict.kind == VerdictKind::Error);
  // Sanitizers make it too slow to get there.
  const bool in_time = verdict.message.find("16 MB") != std::string::npos;
  CHECK((in_time || verdict.message.find("ms") != std::string::npos));
}
