// SPDX-License-Identifier: MIT
// A step put on an edge: what the edge led to is now behind the new step's answer no.
#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/diagnostic.h"
#include "engine/loader/pack_files.h"
#include "engine/loader/pack_reader.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"
#include "engine/tsg.h"
#include "tools/edge_text.h"
#include "tools/new_names.h"
#include "tools/new_plan.h"
#include "tools/new_texts.h"
#include "tools/scenario_run.h"
#include "tools/scenario_text.h"

namespace tsg {

namespace {

// "power.no" -> the edge; an error lists those there are.
Result<const Edge*> edge_named(const Guide& guide, const std::string& name) {
  std::string all;
  for (const Step& step : guide.steps) {
    for (const Edge& edge : step.next) {
      const std::string own = step.id + "." + edge.option;
      if (own == name) return &edge;
      all += (all.empty() ? "" : ", ") + own;
    }
  }
  return HostError{name.empty() ? "`tsg new step` needs `--on`: the edge that the step is put on"
                                : fmt::format("guide `{}` has no edge `{}`", guide.id, name),
                   fmt::format("the edges are {}", all)};
}

// Scenarios that take the edge, with the answer that leads on as before.
std::vector<NewFile> mended_scenarios(const std::string& root, const std::string& guide, const Edge& edge,
                                      const PutStep& put) {
  std::vector<NewFile> mended;
  GuideOpening opening = open_guide(root, guide);
  if (!opening.resolver) return mended;
  Diagnostics ignored;
  for (const Scenario& scenario : read_scenarios(root, guide, ignored)) {
    const FactsLoading facts = load_scenario_facts(scenario, opening.resolver->catalogue(), root);
    const Resolution resolution = opening.resolver->resolve(facts.facts, scenario.answers, Trace::Off);
    const bool takes =
        std::any_of(resolution.visits.begin(), resolution.visits.end(), [&](const Visit& visit) {
          return visit.guide == guide && visit.step == put.before && visit.option == edge.option;
        });
    const Result<std::string> text = read_file(root + "/" + scenario.file, limits::toml_bytes);
    if (takes && text) mended.push_back({scenario.file, with_answer_no(text.value(), put)});
  }
  return mended;
}

}  // namespace

Result<NewPlan> plan_step(const NewCommand& command) {
  const Result<NamePair> names = pair_of(command.name, "GUIDE/STEP");
  if (!names) return names.error();
  const auto& [guide_id, step] = names.value();
  const Result<std::string> title = title_or(command.title, step);
  if (!title) return title.error();
  const Result<std::string> root = find_pack_root(command.pack);
  if (!root) return root.error();
  const PackReading reading = read_pack_for(root.value(), guide_id);
  const Guide* guide = reading.pack.guide(guide_id);
  if (guide == nullptr)
    return HostError{fmt::format("the pack has no guide `{}` that can be read", guide_id),
                     "see `tsg list guides`"};
  if (guide->step(step) != nullptr)
    return HostError{fmt::format("guide `{}` has a step `{}` already", guide_id, step), ""};
  const Result<const Edge*> edge = edge_named(*guide, command.on);
  if (!edge) return edge.error();
  const Result<std::string> text = read_file(root.value() + "/" + guide->file, limits::toml_bytes);
  if (!text) return text.error();
  const std::string table =
      new_step_table(step, fmt::format("outcome:{}-yes", step), to_text(edge.value()->target));
  const auto changed = with_step_on(text.value(), *edge.value(), step, table);
  if (!changed) {
    return HostError{fmt::format("the edge `{}` is not written as a plain string", command.on),
                     fmt::format("add the step to {} by hand", guide->file)};
  }
  const std::string folder = "guides/" + guide_id;
  const std::vector<std::string>& clouds = reading.pack.clouds;
  NewPlan plan = {
      .root = root.value(), .made = {}, .changed = {{guide->file, *changed}}, .scenarios = {}, .next = {}};
  plan.made = {
      {fmt::format("{}/steps/{}.md", folder, step),
       new_article_text({fmt::format("{}-step-{}", guide_id, step), "TSG_Content", title.value(), clouds})},
      {fmt::format("{}/outcomes/{}-yes.md", folder, step),
       new_article_text({fmt::format("{}-{}-yes", guide_id, step), "diagnostics",
                         "What to do about " + title_of_id(step), clouds})}};
  plan.next = {
      fmt::format("write the words of {0}/steps/{1}.md and of {0}/outcomes/{1}-yes.md", folder, step)};
  const PutStep put = {
      .before = command.on.substr(0, command.on.find('.')),
      .step = step,
      .behind = edge.value()->target.kind == TargetKind::Step ? edge.value()->target.id : ""};
  for (NewFile& scenario : mended_scenarios(root.value(), guide_id, *edge.value(), put)) {
    plan.changed.push_back(std::move(scenario));
  }
  if (plan.changed.size() > 1)
    plan.next.push_back("look at the scenarios that changed: they answer no at the new step");
  plan.next.push_back(fmt::format("tsg new rule {}/{}", guide->domain, step));
  return plan;
}

}  // namespace tsg
