// SPDX-License-Identifier: MIT
// A rule with a document of its own that says the answer, and a scenario for each answer of the step it is
// for.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "engine/loader/pack_files.h"
#include "engine/loader/pack_reader.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"
#include "tools/new_names.h"
#include "tools/new_plan.h"
#include "tools/new_texts.h"

namespace tsg {

namespace {

// The step that a rule of this name will answer, and its guide.
struct Asking {
  const Guide* guide = nullptr;
  const Step* step = nullptr;
};

Asking asking(const Pack& pack, const std::string& domain, const std::string& rule) {
  for (const Guide& guide : pack.guides) {
    const Step* step = guide.domain == domain ? guide.step(rule) : nullptr;
    if (step != nullptr) return {&guide, step};
  }
  return {};
}

// Answers that lead from the guide's start to `goal`, over steps that do not fork; nothing when there is no
// such way.
std::optional<std::vector<std::string>> answers_to(const Guide& guide, const Step& goal) {
  std::map<std::string, std::vector<std::string>> ways = {{guide.start, {}}};
  std::vector<std::string> open = {guide.start};
  for (std::size_t at = 0; at < open.size(); ++at) {
    const Step* step = guide.step(open[at]);
    if (step == nullptr || !step->for_each.empty()) continue;
    if (step == &goal) return ways[step->id];
    for (const Edge& edge : step->next) {
      if (edge.target.kind != TargetKind::Step || ways.contains(edge.target.id)) continue;
      std::vector<std::string> way = ways[step->id];
      way.push_back(step->id + "=" + edge.option);
      ways[edge.target.id] = std::move(way);
      open.push_back(edge.target.id);
    }
  }
  return std::nullopt;
}

// A key that the catalogue does not have yet.
std::string free_key(const Catalogue* catalogue, const std::string& rule) {
  std::string key = document_key(rule);
  while (catalogue != nullptr && catalogue->member(0, key) != no_node) key += "Answer";
  return key;
}

void add_scenarios(NewPlan& plan, const Asking& for_step, const std::string& document,
                   const std::string& rule) {
  const auto way = answers_to(*for_step.guide, *for_step.step);
  if (!way) return;
  const std::string& guide = for_step.guide->id;
  for (const Edge& edge : for_step.step->next) {
    const std::string name = rule + "-says-" + edge.option;
    const std::string facts = fmt::format("guides/{}/facts/{}.json", guide, name);
    plan.made.push_back({facts, fmt::format("{{\"{}\": {{\"answer\": \"{}\"}}}}\n", document, edge.option)});
    plan.scenarios.push_back({.kind = NewKind::Scenario,
                              .name = guide + "/" + name,
                              .pack = plan.root,
                              .facts = plan.root + "/" + facts,
                              .answers = *way});
  }
}

std::vector<std::string> options_of(const Asking& for_step) {
  std::vector<std::string> options;
  if (for_step.step == nullptr) return {"yes", "no"};
  for (const Edge& edge : for_step.step->next) options.push_back(edge.option);
  return options;
}

}  // namespace

Result<NewPlan> plan_rule(const NewCommand& command) {
  const Result<NamePair> names = pair_of(command.name, "DOMAIN/RULE");
  if (!names) return names.error();
  const auto& [domain, rule] = names.value();
  const Result<std::string> root = find_pack_root(command.pack);
  if (!root) return root.error();
  const PackReading reading = read_pack(root.value());
  const Catalogue* catalogue = reading.pack.catalogue(domain);
  const Asking for_step = asking(reading.pack, domain, rule);
  const std::string document = free_key(catalogue, rule);
  const std::string catalogue_path = fmt::format("rules/{}/facts.toml", domain);
  NewPlan plan = {.root = root.value(), .made = {}, .changed = {}, .scenarios = {}, .next = {}};
  plan.made = {{fmt::format("rules/{}/{}.lua", domain, rule), new_rule_text(options_of(for_step), document)}};
  if (has_file(plan.root, catalogue_path)) {
    const Result<std::string> text = read_file(plan.root + "/" + catalogue_path, limits::toml_bytes);
    if (!text) return text.error();
    const std::string line_end = text.value().ends_with('\n') ? "" : "\n";
    plan.changed = {{catalogue_path, text.value() + line_end + new_document_text(document, "answer")}};
  } else {
    plan.made.push_back({catalogue_path, new_catalogue_text() + new_document_text(document, "answer")});
  }
  if (for_step.step != nullptr) add_scenarios(plan, for_step, document, rule);
  plan.next = {fmt::format("declare in {} what is really gathered, and read it in rules/{}/{}.lua",
                           catalogue_path, domain, rule),
               "tsg check"};
  return plan;
}

}  // namespace tsg
