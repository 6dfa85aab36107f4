// SPDX-License-Identifier: MIT
// Kinds `nsg FILE` and `routes FILE`: recorded reachability cases, asked of the shared network modules.
#include <fmt/format.h>

#include "tests/conform/kind.h"
#include "tests/conform/reach_bench.h"
#include "tests/conform/scenario_file.h"

namespace tsg::conform {

namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Json& value) {
  return value.is_string() ? value.get<std::string>() : std::string();
}

Json member_or(const Json& object, const char* name, Json otherwise) {
  return object.contains(name) ? object[name] : std::move(otherwise);
}

Json facts_of_flow(const Json& one) {
  return {{"subnetNsg", member_or(one, "subnetNsg", nullptr)},
          {"nicNsg", member_or(one, "nicNsg", nullptr)},
          {"adminRules", member_or(one, "adminRules", Json::array())},
          {"flow", one["flow"]},
          {"tags", member_or(one, "tags", Json::object())},
          {"asgs", member_or(one, "asgs", Json::object())}};
}

// What differs, in words; empty when nothing does.
using Compare = std::string (*)(ReachBench& bench, const Json& one);

std::string compare_flow(ReachBench& bench, const Json& one) {
  const Verdict verdict = bench.run("flow", facts_of_flow(one));
  if (verdict.kind != VerdictKind::Answer) return "the rule does not answer";
  const Json& expected = one["expected"];
  std::vector<std::string> maybe;
  for (const Json& name : member_or(expected, "maybe", Json::array())) maybe.push_back(name);
  const std::string wanted =
      fmt::format("{} by {} {} [{}]", text_of(expected["access"]), text_of(expected["decidingScope"]),
                  text_of(expected["rule"]), fmt::join(maybe, ", "));
  const std::string got =
      fmt::format("{} by {} {} [{}]", value_text(verdict, "Access"), value_text(verdict, "Scope"),
                  value_text(verdict, "Rule"), value_text(verdict, "Maybe"));
  if (wanted != got) return fmt::format("expected {}, got {}", wanted, got);
  for (const auto& [member, name] : {std::pair("twins", "Twins"), std::pair("needs", "Needs")}) {
    const std::string given = value_text(verdict, name);
    const std::string named = text_of(member_or(expected, member, given));
    if (named != given) return fmt::format("expected {} `{}`, got `{}`", member, named, given);
  }
  return {};
}

std::string compare_route(ReachBench& bench, const Json& one) {
  const Verdict verdict = bench.run("route", {{"effectiveRoutes", one["effectiveRoutes"]},
                                              {"destination", one["destination"]},
                                              {"tags", member_or(one, "tags", Json::object())}});
  if (verdict.option != "selected") return fmt::format("no route is selected: {}", verdict.option);
  const Json& expected = one["expected"];
  const std::string wanted = fmt::format("{} {} {}", text_of(expected["nextHopType"]),
                                         text_of(expected["name"]), text_of(expected["nextHopIpAddress"]));
  const std::string got = fmt::format("{} {} {}", value_text(verdict, "NextHop"), value_text(verdict, "Name"),
                                      value_text(verdict, "NextHopAddress"));
  return wanted == got ? "" : fmt::format("expected {}, got {}", wanted, got);
}

int run_cases(const Arguments& arguments, Compare compare) {
  ReachBench bench;
  int passed = 0;
  int failed = 0;
  const Json file = read_json(arguments.paths.at(0));
  for (const Json& one : file["cases"]) {
    const std::string difference = compare(bench, one);
    (difference.empty() ? passed : failed) += 1;
    if (difference.empty() && !arguments.verbose) continue;
    fmt::print("{} {} {}{}\n", difference.empty() ? "ok  " : "FAIL", one["id"].get<std::string>(),
               one["title"].get<std::string>(),
               text_of(member_or(one, "confidence", "")) == "assumption" ? " (an assumption)" : "");
    if (!difference.empty()) fmt::print("  {}\n", difference);
  }
  fmt::print("{} passed, {} failed\n", passed, failed);
  return failed == 0 && passed > 0 ? 0 : 1;
}

}  // namespace

int run_nsg(const Arguments& arguments) {
  return run_cases(arguments, compare_flow);
}
int run_routes(const Arguments& arguments) {
  return run_cases(arguments, compare_route);
}

}  // namespace tsg::conform
