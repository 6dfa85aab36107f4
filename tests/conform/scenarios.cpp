// SPDX-License-Identifier: MIT
// Kind `scenarios FILE [GUIDE]`: every scenario reaches its root causes, by its path, in the az and in the
// REST shape.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/text/ascii.h"
#include "tests/conform/guide_bench.h"
#include "tests/conform/kind.h"
#include "tests/conform/scenario_file.h"

namespace tsg::conform {

namespace {

using Json = nlohmann::ordered_json;

// The leaf that the first subject reached: its visit, and the outcome when there is one.
struct FirstLeaf {
  std::size_t visit = no_visit;
  const ReachedOutcome* outcome = nullptr;
};

bool has_child(const Resolution& resolution, std::size_t visit) {
  return std::any_of(resolution.visits.begin(), resolution.visits.end(),
                     [visit](const Visit& each) { return each.parent == visit; });
}

FirstLeaf first_leaf(const Resolution& resolution) {
  FirstLeaf leaf;
  for (std::size_t at = 0; at < resolution.visits.size() && leaf.visit == no_visit; ++at) {
    if (!has_child(resolution, at)) leaf.visit = at;
  }
  for (const ReachedOutcome& outcome : resolution.outcomes) {
    if (outcome.visit == leaf.visit) leaf.outcome = &outcome;
  }
  return leaf;
}

// Visits from the start to the leaf; a fork and the first step of its subject are one.
std::vector<const Visit*> way_to(const Resolution& resolution, std::size_t leaf) {
  std::vector<const Visit*> way;
  for (std::size_t at = leaf; at != no_visit; at = resolution.visits[at].parent)
    way.push_back(&resolution.visits[at]);
  std::reverse(way.begin(), way.end());
  return way;
}

std::vector<std::string> nodes_of(const Resolution& resolution, const NodeMap& map,
                                  std::set<std::string>& lacking) {
  std::vector<std::string> nodes;
  const auto add = [&nodes, &lacking](const std::map<std::string, std::vector<std::string>>& known,
                                      const std::string& id) {
    const auto found = known.find(id);
    if (found == known.end()) lacking.insert(id);
    if (found != known.end()) nodes.insert(nodes.end(), found->second.begin(), found->second.end());
  };
  const FirstLeaf leaf = first_leaf(resolution);
  std::string last;
  for (const Visit* visit : way_to(resolution, leaf.visit)) {
    if (visit->step != last) add(map.steps, visit->step);
    last = visit->step;
  }
  if (leaf.outcome != nullptr && !leaf.outcome->provisional) add(map.outcomes, leaf.outcome->target.id);
  return nodes;
}

std::set<std::string> causes_of(const Resolution& resolution, const NodeMap& map) {
  std::set<std::string> causes;
  for (const ReachedOutcome& outcome : resolution.outcomes) {
    if (outcome.provisional) continue;
    const auto found = map.causes.find(outcome.target.id);
    causes.insert(found == map.causes.end() ? "unmapped:" + outcome.target.id : found->second);
  }
  return causes;
}

std::map<std::string, std::string> answers_of(const Resolution& resolution, const Guide& guide) {
  std::map<std::string, std::string> answers;
  for (const Visit* visit : way_to(resolution, first_leaf(resolution).visit)) {
    const Step* step = guide.step(visit->step);
    if (step == nullptr || step->question_id.empty()) continue;
    for (const Option& option : step->options) {
      if (option.id == visit->option && !option.legacy.empty())
        answers[step->question_id] = option.legacy.front();
    }
  }
  return answers;
}

std::string value_named(const Resolution& resolution, const std::string& name) {
  for (const ReachedOutcome& outcome : resolution.outcomes) {
    for (const FilledArticle& part : outcome.parts) {
      for (const FilledValue& value : part.values) {
        if (equal_ignoring_case(value.placeholder, name) && value.origin != ValueOrigin::Default)
          return to_text(value.value);
      }
    }
  }
  for (const Visit& visit : resolution.visits) {
    if (!visit.verdict) continue;
    if (const NamedValue* value = find_value(visit.verdict->values, name)) return to_text(value->value);
    for (const Finding& finding : visit.verdict->findings) {
      if (const NamedValue* value = find_value(finding.values, name)) return to_text(value->value);
    }
  }
  return "(no such value)";
}

std::set<std::map<std::string, std::string>> insights_of(const Resolution& resolution) {
  std::set<std::map<std::string, std::string>> insights;
  for (const CheckResult& check : resolution.checks) {
    if (check.check != "degraded-backend-health") continue;
    for (const FilledArticle& part : check.parts) {
      std::map<std::string, std::string> values;
      for (const FilledValue& value : part.values) values[value.placeholder] = to_text(value.value);
      insights.insert(values);
    }
  }
  return insights;
}

bool named_in_open_question(const Resolution& resolution, const std::string& need) {
  const auto names = [&need](const Need& each) {
    return each.path == need || each.path.starts_with(need + ".") || each.path.starts_with(need + "[");
  };
  return std::any_of(resolution.open.begin(), resolution.open.end(), [&names](const OpenQuestion& open) {
    return std::any_of(open.needs.begin(), open.needs.end(), names) ||
           std::any_of(open.any_of.begin(), open.any_of.end(), names);
  });
}

// One scenario held against what was resolved; collects what differs.
class Comparison {
 public:
  template <typename Expected, typename Got>
  void equal(std::string_view what, const Expected& expected, const Got& got) {
    if (Json(expected) != Json(got))
      differ(fmt::format("{}: expected {}, got {}", what, Json(expected).dump(), Json(got).dump()));
  }
  void differ(std::string text) { differences_.push_back(std::move(text)); }
  const std::vector<std::string>& differences() const { return differences_; }

 private:
  std::vector<std::string> differences_;
};

void compare(const Json& expected, const Resolution& resolution, const Guide& guide, const NodeMap& map,
             Comparison& result) {
  std::set<std::string> lacking;
  result.equal("rootCauses", expected["rootCauses"].get<std::set<std::string>>(), causes_of(resolution, map));
  result.equal("path", expected["path"].get<std::vector<std::string>>(), nodes_of(resolution, map, lacking));
  for (const std::string& id : lacking) result.differ(fmt::format("no node is mapped to `{}`", id));
  result.equal("answers", expected["answers"].get<std::map<std::string, std::string>>(),
               answers_of(resolution, guide));
  const Json placeholders = expected.value("placeholders", Json::object());
  for (const auto& [name, value] : placeholders.items()) {
    result.equal("placeholder " + name, value.get<std::string>(), value_named(resolution, name));
  }
  std::set<std::map<std::string, std::string>> insights;
  for (const Json& each : expected["degradedHealthInsight"])
    insights.insert(each.get<std::map<std::string, std::string>>());
  result.equal("degradedHealthInsight", insights, insights_of(resolution));
  const Json needs = expected.value("needs", Json::array());
  for (const Json& need : needs) {
    if (!named_in_open_question(resolution, need))
      result.differ(fmt::format("no open question names {}", need.dump()));
  }
  for (const std::string& error : resolution.errors) result.differ("error: " + error);
}

// Nodes of the expected path that no step or outcome of the guide stands for.
std::vector<std::string> lacking_nodes(const Json& expected, const NodeMap& map) {
  std::set<std::string> known;
  for (const auto* lists : {&map.steps, &map.outcomes}) {
    for (const auto& [id, nodes] : *lists) known.insert(nodes.begin(), nodes.end());
  }
  std::vector<std::string> lacking;
  for (const std::string node : expected["path"]) {
    if (known.count(node) == 0) lacking.push_back(node);
  }
  return lacking;
}

void print_asides(const Json& scenario) {
  for (const char* aside : {"related", "maybe", "note"}) {
    if (scenario["expected"].contains(aside))
      fmt::print("  {}: {}\n", aside, scenario["expected"][aside].dump());
    if (scenario.contains(aside)) fmt::print("  {}: {}\n", aside, scenario[aside].dump());
  }
}

}  // namespace

int run_scenarios(const Arguments& arguments) {
  const std::string guide_id = arguments.paths.size() > 1 ? arguments.paths[1] : "application-gateway-502";
  GuideBench bench(TSG_SOURCE_DIR, guide_id);
  const NodeMap map = read_node_map(fmt::format("{}/guides/{}/conformance.toml", TSG_SOURCE_DIR, guide_id));
  const Json file = read_json(arguments.paths.at(0));
  int passed = 0;
  int failed = 0;
  int lacking = 0;
  for (const Json& scenario : file["scenarios"]) {
    Comparison result;
    const Resolution az = bench.resolve(scenario["facts"]);
    compare(scenario["expected"], az, bench.resolver().guide(), map, result);
    if (az != bench.resolve(rest_shape(scenario["facts"])))
      result.differ("the REST shape resolves otherwise");
    const bool good = result.differences().empty();
    const std::vector<std::string> nodes = lacking_nodes(scenario["expected"], map);
    if (!nodes.empty()) fmt::print("the guide lacks {}\n", fmt::join(nodes, ", "));
    if (!good && !nodes.empty()) ++lacking;
    fmt::print("{} {} {}\n", good ? "ok  " : "FAIL", scenario["id"].get<std::string>(),
               scenario["title"].get<std::string>());
    for (const std::string& difference : result.differences()) fmt::print("  {}\n", difference);
    print_asides(scenario);
    (good ? passed : failed) += 1;
  }
  fmt::print("{} passed, {} failed\n", passed, failed);
  const int counted = arguments.allow_lacking ? failed - lacking : failed;
  return counted == 0 && passed > 0 ? 0 : 1;
}

}  // namespace tsg::conform
