// SPDX-License-Identifier: MIT
// Runs a rule's text over facts, in one line of a test.
#pragma once

#include <string>
#include <vector>

#include "engine/lua/rule_engine.h"
#include "tests/lua/catalogue_builder.h"
#include "tests/lua/facts_builder.h"

namespace tsg::test {

// A gateway with one of everything the catalogue can declare.
inline Catalogue gateway_catalogue() {
  return CatalogueBuilder("gw")
      .path("gateway.name", "string")
      .path("gateway.tier", "string?")
      .path("gateway.capacity", "integer")
      .path("gateway.ratio", "number?")
      .path("gateway.enabled", "boolean?")
      .path("gateway.changed", "date-time?")
      .path("gateway.sku.name", "string?")
      .path("gateway.zones", "string[]?")
      .path("gateway.pools[].name", "string")
      .path("gateway.pools[].servers[].address", "string?")
      .path("gateway.labels[].text", "string?")
      .path("gateway.password", "string?", DataClass::Secret)
      .path("gateway.otherPassword", "string?", DataClass::Secret)
      .path("gateway.probe", "object?")
      .path("gateway.probe.port", "integer?")
      .path("tags{}", "string[]")
      .path("ports{}", "integer")
      .path("servers[].name", "string")
      .path("now", "date-time")
      .gather("gateway", {"az", "network", "application-gateway", "show"})
      .build();
}

inline Json gateway_facts() {
  return object(
      {{"gateway",
        object({{"name", "gw1"},
                {"capacity", 2},
                {"ratio", 0.5},
                {"enabled", true},
                {"changed", "2026-11-20T12:00:00Z"},
                {"zones", list({"1", "2"})},
                {"pools",
                 list({object({{"name", "a"}, {"servers", list({})}}),
                       object({{"name", "b"}, {"servers", list({object({{"address", "10.0.0.4"}})})}})})},
                {"password", "hunter2"},
                {"otherPassword", "hunter2"}})},
       {"tags", object({{"b.c", list({"x"})}, {"a", list({"y", "z"})}})},
       {"ports", object({{"http", 80}})},
       {"servers", list({object({{"name", "s1"}})})},
       {"now", "2026-11-20T13:00:00Z"}});
}

inline RuleSource rule_source(std::string text, std::string id = "r") {
  return {.domain = "gw",
          .id = id,
          .is_module = false,
          .file = "rules/gw/" + id + ".lua",
          .text = std::move(text)};
}

inline RuleSource module_source(std::string id, std::string text) {
  const std::string file = "rules/gw/lib/" + id.substr(4) + ".lua";
  return {.domain = "gw", .id = std::move(id), .is_module = true, .file = file, .text = std::move(text)};
}

inline const std::string reads_everything = R"(reads = { "gateway", "tags", "ports", "servers", "now" })";

// A rule whose decide is `body`, with `head` above the table.
inline std::string rule_text(const std::string& body, const std::string& head = "",
                             const std::string& reads = reads_everything) {
  return head + "\nreturn { answers = { \"yes\", \"no\" }, " + reads +
         ", decide = function(facts, subject)\n" + body + "\nend }\n";
}

// Sources that live as long as the engine made from them.
struct Rules {
  Catalogue catalogue = gateway_catalogue();
  std::vector<RuleSource> sources = {};
  RuleCompilation compiled;

  explicit Rules(std::vector<RuleSource> given)
      : sources(std::move(given)), compiled(compile_rules(sources, {&catalogue, 1}, {})) {}
  Rules(std::vector<RuleSource> given, Catalogue over)
      : catalogue(std::move(over)),
        sources(std::move(given)),
        compiled(compile_rules(sources, {&catalogue, 1}, {})) {}
  Rules(const Rules&) = delete;
  Rules& operator=(const Rules&) = delete;

  Verdict run(const std::string& rule, const Json& json, Trace trace = Trace::Off,
              std::string_view subject = {}) {
    const Facts facts = FactsBuilder(catalogue).build(json);
    return compiled.engine.run("gw/" + rule, facts, subject, trace);
  }
};

inline Verdict run_text(const std::string& text, const Json& json = gateway_facts(),
                        Trace trace = Trace::Off) {
  Rules rules({rule_source(text)});
  return rules.run("r", json, trace);
}

// Runs `body` as decide over the gateway's facts.
inline Verdict run_body(const std::string& body, const Json& json = gateway_facts(),
                        Trace trace = Trace::Off) {
  return run_text(rule_text(body), json, trace);
}

// What `expression` is, as tostring says it; "error: ..." or "unknown: path" when the rule stops.
inline std::string value_of(const std::string& expression, const Json& json = gateway_facts()) {
  const Verdict verdict = run_body("return yes { V = tostring(" + expression + ") }", json);
  if (verdict.kind == VerdictKind::Error) return "error: " + verdict.message;
  if (verdict.kind == VerdictKind::Unknown) return "unknown: " + verdict.needs.at(0).path;
  return to_text(verdict.values.at(0).value);
}

}  // namespace tsg::test
