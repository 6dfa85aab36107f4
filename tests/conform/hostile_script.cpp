// SPDX-License-Identifier: MIT
#include "tests/conform/hostile_script.h"

#include <chrono>
#include <stdexcept>
#include <vector>

#include "engine/loader/catalogue_reader.h"
#include "engine/lua/rule_engine.h"

namespace tsg::conform {

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

RuleSource rule_of(std::string id, std::string text) {
  return {.domain = "gw", .id = id, .file = "rules/gw/" + id + ".lua", .text = std::move(text)};
}

RuleSource as_body(std::string id, const std::string& script) {
  return rule_of(std::move(id),
                 "return { answers = { 'yes' }, reads = { 'host', 'new', 'list' },\n"
                 "decide = function(facts, ...)\nlocal function body(...)\n" +
                     script +
                     "\nend\nlocal result = body(...)\nlocal kind = type(result)\n"
                     "if kind == 'string' or kind == 'number' or kind == 'table' then\n"
                     "return yes { V = result }\nend\n"
                     "return not_applicable('ended with a ' .. kind)\nend }\n");
}

// What the verdict's message says of limits; the words stand in engine/lua/verdict_maker.cpp.
Ended ended_by(const Verdict& verdict) {
  if (verdict.kind == VerdictKind::Answer) return Ended::Answered;
  if (verdict.kind == VerdictKind::NotApplicable) return Ended::Ended;
  if (verdict.message.starts_with("stopped: it ran longer")) return Ended::StoppedByTime;
  if (verdict.message.starts_with("stopped: it needs more")) return Ended::StoppedByMemory;
  return Ended::RefusedAtCall;
}

std::string said_by(const Verdict& verdict) {
  if (verdict.kind == VerdictKind::Answer && !verdict.values.empty())
    return to_text(verdict.values.front().value);
  if (verdict.kind == VerdictKind::Unknown && !verdict.needs.empty())
    return "unknown: " + verdict.needs.front().path;
  return verdict.message;
}

Catalogue host_catalogue() {
  CatalogueReading reading =
      read_catalogue("gw", "rules/gw/facts.toml",
                     "format = 1\n[host]\ntype = \"string\"\n[new]\ntype = \"string\"\n"
                     "[list.paths]\n\"[]\" = \"string\"\n");
  if (!reading.diagnostics.empty()) throw std::runtime_error(reading.diagnostics.front().message);
  Catalogue catalogue = std::move(reading.catalogue);
  catalogue.nodes[catalogue.find("new")].required = false;  // a facts.toml has no optional documents
  return catalogue;
}

RuleCompilation compile_with(const std::vector<RuleSource>& sources, const Catalogue& catalogue) {
  return compile_rules(sources, {&catalogue, 1}, {});
}

}  // namespace

std::string_view name_of(Ended ended) {
  switch (ended) {
    case Ended::Answered:
      return "answered";
    case Ended::Ended:
      return "ended";
    case Ended::RefusedAtLoad:
      return "refused at load";
    case Ended::RefusedAtCall:
      return "refused at call";
    case Ended::StoppedByTime:
      return "stopped by time";
    case Ended::StoppedByMemory:
      return "stopped by memory";
  }
  return "";
}

HostileBench::HostileBench(std::string victim)
    : victim_(std::move(victim)), catalogue_(host_catalogue()), reader_(catalogue_), facts_(catalogue_) {
  reader_.begin(facts_);
  Diagnostics diagnostics;
  if (!reader_.read_documents("facts.json", R"({"host": "gw", "list": ["a"]})", diagnostics))
    throw std::runtime_error("the facts of the hostile rules cannot be read");
}

Ending HostileBench::run(const std::string& script) {
  Ending ending;
  const RuleSource victim = as_body("victim", victim_);
  std::vector<RuleSource> sources = {as_body("hostile", script), victim};
  auto start = Clock::now();
  RuleCompilation compiled = compile_with(sources, catalogue_);
  if (compiled.engine.contract("gw/hostile") == nullptr) {
    sources = {rule_of("hostile", script), victim};
    start = Clock::now();
    compiled = compile_with(sources, catalogue_);
  }
  if (compiled.engine.contract("gw/hostile") == nullptr) {
    ending.milliseconds = milliseconds_since(start);
    ending.ended = Ended::RefusedAtLoad;
    ending.said = compiled.diagnostics.empty() ? "" : compiled.diagnostics.front().message;
  } else {
    start = Clock::now();
    const Verdict verdict = compiled.engine.run("gw/hostile", facts_, {}, Trace::Off);
    ending.milliseconds = milliseconds_since(start);
    ending.ended = ended_by(verdict);
    ending.said = said_by(verdict);
  }
  ending.victim = said_by(compiled.engine.run("gw/victim", facts_, {}, Trace::Off));
  ending.heap_bytes = compiled.engine.peak_bytes();
  return ending;
}

std::string HostileBench::victim_alone() {
  const std::vector<RuleSource> sources = {as_body("victim", victim_)};
  return said_by(compile_with(sources, catalogue_).engine.run("gw/victim", facts_, {}, Trace::Off));
}

}  // namespace tsg::conform
