// SPDX-License-Identifier: MIT
// Flow decisions of a group of 50 rules, asked through the module `network.nsg` inside a rule's sandbox:
//
//   nsg_bench [TARGET]     decisions a second, and the ratio to TARGET (default 100000)
//
// Flows are drawn evenly over the 50 rules and the default deny. All go to one port that every rule takes, so
// no rule is told apart by its port. Fails when a flow is decided by another rule than the one it was drawn
// for.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "engine/loader/facts_reader.h"
#include "engine/loader/pack_reader.h"
#include "engine/lua/rule_engine.h"
#include "engine/text/json_writer.h"

namespace {

using namespace tsg;

constexpr int rules = 50;
constexpr int flows = 2040;  // 40 for each rule and for the default deny
constexpr int rounds = 21;

[[noreturn]] void fail(const std::string& message) {
  fmt::print(stderr, "nsg_bench: {}\n", message);
  std::exit(1);
}

double now_seconds() {
  timespec time = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

void write_list(JsonWriter& json, const std::vector<std::string>& items) {
  json.begin_array();
  for (const std::string& item : items) json.string(item);
  json.end_array();
}

// A prefix, a list of prefixes and a tag in turn name the destination; every fifth rule names the source
// instead.
void write_rule(JsonWriter& json, int number) {
  json.begin_object().member("name", fmt::format("rule-{}", number)).member("direction", "Inbound");
  json.member("access", number % 2 == 0 ? "Allow" : "Deny").member("protocol", number % 4 == 0 ? "*" : "Tcp");
  json.member("priority", 100 + number * 10);
  json.member("sourcePortRange", "*");
  json.key("destinationPortRanges");
  write_list(json, number % 3 == 0 ? std::vector<std::string>{"0-65535"}
                                   : std::vector<std::string>{"80", "443", "8000-8100"});
  const bool by_source = number % 5 == 0;
  json.member("sourceAddressPrefix", by_source ? fmt::format("172.16.{}.0/24", number) : "*");
  if (by_source) {
    json.member("destinationAddressPrefix", "*");
  } else if (number % 3 == 0) {
    json.member("destinationAddressPrefix", fmt::format("10.1.{}.0/24", number));
  } else if (number % 3 == 1) {
    json.key("destinationAddressPrefixes");
    write_list(json, {fmt::format("10.2.{}.0/24", number), fmt::format("10.1.{}.0/25", number),
                      fmt::format("10.1.{}.128/25", number)});
  } else {
    json.member("destinationAddressPrefix", fmt::format("Service.{}", number));
  }
  json.end_object();
}

void write_tags(JsonWriter& json) {
  json.key("tags").begin_object().key("VirtualNetwork");
  write_list(json, {"10.0.0.0/16", "168.63.129.16/32"});
  for (int number = 2; number < rules; number += 3) {
    std::vector<std::string> prefixes = {fmt::format("10.1.{}.0/24", number)};
    for (int i = 0; i < 60; ++i) prefixes.push_back(fmt::format("20.{}.{}.0/24", number, i * 3));
    json.key(fmt::format("Service.{}", number));
    write_list(json, prefixes);
  }
  json.end_object();
}

void write_flow(JsonWriter& json, int number) {
  const int rule = number % (rules + 1);
  const bool by_source = rule % 5 == 0;
  const int last = 1 + number % 200;
  json.begin_object().member("protocol", "Tcp");
  json.member("source", by_source && rule < rules ? fmt::format("172.16.{}.{}", rule, last)
                                                  : fmt::format("198.51.100.{}", last));
  json.member("destination", rule < rules && !by_source ? fmt::format("10.1.{}.{}", rule, last) : "10.9.9.9");
  json.member("port", 443);
  json.member("expected", rule < rules ? fmt::format("rule-{}", rule) : "DenyAllInBound").end_object();
}

std::string facts_text() {
  JsonWriter json;
  json.begin_object().key("rules").begin_array();
  for (int number = 0; number < rules; ++number) write_rule(json, number);
  json.end_array().key("flows").begin_array();
  for (int number = 0; number < flows; ++number) write_flow(json, number);
  json.end_array();
  write_tags(json);
  return json.end_object().text();
}

std::string first_message(const Diagnostics& diagnostics) {
  return diagnostics.empty() ? "the rule does not compile" : diagnostics.front().message;
}

}  // namespace

int main(int argc, char** argv) {
  const double target = argc > 1 ? std::atof(argv[1]) : 100000.0;
  const PackReading shared = read_domain(TSG_SOURCE_DIR, "application-gateway");
  const PackReading own = read_domain(TSG_SOURCE_DIR "/tests/benchmarks/nsg", "nsg");
  std::vector<RuleSource> sources = own.pack.rules;
  std::copy_if(shared.pack.rules.begin(), shared.pack.rules.end(), std::back_inserter(sources),
               [](const RuleSource& source) { return source.domain == "network"; });
  RuleCompilation compiled = compile_rules(sources, own.pack.catalogues, {});
  if (!compiled.diagnostics.empty()) fail(first_message(compiled.diagnostics));
  Facts facts(own.pack.catalogues.at(0));
  FactsReader reader(own.pack.catalogues.at(0));
  reader.begin(facts);
  Diagnostics diagnostics;
  const std::string text = facts_text();
  if (!reader.read_documents("facts", text, diagnostics)) fail(first_message(diagnostics));
  std::vector<double> seconds;
  for (int round = 0; round < rounds; ++round) {
    const double begin = now_seconds();
    const Verdict verdict = compiled.engine.run("nsg/decide-all", facts, {}, Trace::Off);
    seconds.push_back(now_seconds() - begin);
    if (verdict.kind != VerdictKind::Answer) fail(verdict.message);
    if (verdict.values.at(1).value != Value(std::int64_t{flows})) fail("a flow was decided by another rule");
  }
  std::sort(seconds.begin(), seconds.end());
  const double rate = flows / seconds[seconds.size() / 2];
  fmt::print("RES nsg.decisions {:.0f} decisions/s\nRATIO nsg.decisions {:.2f}x of the target of {:.0f}\n",
             rate, rate / target, target);
  return 0;
}
