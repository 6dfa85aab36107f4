// SPDX-License-Identifier: MIT
#include "engine/planner/guide_problem.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/planner/lacking_documents.h"
#include "engine/planner/open_branches.h"

namespace tsg {

namespace {

class Planning {
 public:
  Planning(const GuidePlanRequest& request, const OpenBranch& branch)
      : request_(request),
        branch_(branch),
        first_(request.resolution.visits[branch.visit]),
        lacking_(request.pack, request.rules, request.facts) {}

  GuidePlan plan() {
    plan_.visit = branch_.visit;
    plan_.subject = first_.subject;
    remember_above();
    const Guide* guide = request_.pack.guide(first_.guide);
    const Step* start = guide == nullptr ? nullptr : guide->step(first_.step);
    if (start == nullptr) return std::move(plan_);
    number_of(*guide, *start);
    for (std::size_t at = 0; at < plan_.steps.size(); ++at) fill(at);
    plan_.state.options.assign(plan_.steps.size(), option_unknown);
    for (const std::size_t visit : branch_.answered) note_answer(request_.resolution.visits[visit]);
    return std::move(plan_);
  }

 private:
  // A way back to one of these would be a circle. A fork and its subject's visit are the same step.
  void remember_above() {
    const std::vector<Visit>& visits = request_.resolution.visits;
    std::size_t at = branch_.visit;
    while (visits[at].parent < at) {
      at = visits[at].parent;
      above_.emplace(visits[at].guide, visits[at].step);
    }
    above_.erase({first_.guide, first_.step});
  }

  std::size_t number_of(const Guide& guide, const Step& step) {
    const auto [place, added] = numbers_.emplace(&step, plan_.steps.size());
    if (added) {
      plan_.steps.push_back({&guide, &step, {}});
      plan_.problem.steps.emplace_back();
    }
    return place->second;
  }

  void fill(std::size_t at) {
    const Guide& guide = *plan_.steps[at].guide;
    const Step& step = *plan_.steps[at].step;
    const bool by_hand = set_cost(at, step);
    for (const Edge& edge : step.next) add_option(at, guide, "next." + edge.option, edge);
    if (!by_hand && step.on_not_applicable) {
      add_option(at, guide, "on.not-applicable", *step.on_not_applicable);
    }
    if (!by_hand && forks(at) && step.on_no_subjects)
      add_option(at, guide, "on.no-subjects", *step.on_no_subjects);
    set_weights(at);
  }

  // The first step of the plan may stand behind its own fork.
  bool forks(std::size_t at) const {
    if (plan_.steps[at].step->for_each.empty()) return false;
    return at != 0 || !follows_its_fork(request_.resolution, branch_.visit);
  }

  // True for a step that is asked by hand.
  bool set_cost(std::size_t at, const Step& step) {
    PlanStep& planned = plan_.problem.steps[at];
    planned.question_cost = request_.question_cost;
    std::vector<std::string_view> rules;
    if (forks(at)) rules.push_back(step.for_each);
    if (!step.rule.empty()) rules.push_back(step.rule);
    if (rules.empty() || (at == 0 && !gathering_helps())) return true;
    for (const std::string_view rule : rules) {
      const auto documents = lacking_.of(rule);
      if (!documents) return planned.commands.clear(), true;
      for (const CatalogueDocument* document : *documents) planned.commands.push_back(command_of(*document));
    }
    if (!step.rule.empty()) planned.question_cost = 0;  // else subjects are found, and asked about
    return false;
  }

  bool gathering_helps() const {
    if (first_.fork_verdict) return lacking_.would_help(first_.fork_verdict->rule, *first_.fork_verdict);
    return first_.verdict && lacking_.would_help(first_.verdict->rule, *first_.verdict);
  }

  std::size_t command_of(const CatalogueDocument& document) {
    const auto is_same = [&](const CatalogueDocument* known) {
      return known == &document || (!document.gather.empty() && known->gather == document.gather);
    };
    const auto found = std::find_if(plan_.commands.begin(), plan_.commands.end(), is_same);
    if (found != plan_.commands.end()) return static_cast<std::size_t>(found - plan_.commands.begin());
    plan_.commands.push_back(&document);
    plan_.problem.commands.push_back({.cost = static_cast<double>(std::max(0, document.cost))});
    return plan_.commands.size() - 1;
  }

  void add_option(std::size_t at, const Guide& guide, std::string name, const Edge& edge) {
    const PlanTarget target = target_of(guide, edge.target);
    plan_.steps[at].edges.push_back(std::move(name));
    plan_.problem.steps[at].options.push_back(target);
  }

  PlanTarget target_of(const Guide& guide, const Target& target) {
    if (target.kind == TargetKind::Outcome || target.kind == TargetKind::Article) {
      return outcome(guide, target);
    }
    const Guide* into = target.kind == TargetKind::Step ? &guide : request_.pack.guide(target.id);
    if (into == nullptr) return outcome(guide, target);
    const bool named = target.kind == TargetKind::Step || !target.step.empty();
    const std::string& id = target.kind == TargetKind::Step ? target.id : target.step;
    const Step* step = into->step(named ? id : into->start);
    if (step == nullptr || above_.contains({into->id, step->id})) return outcome(*into, target);
    return {PlanTargetKind::Step, number_of(*into, *step)};
  }

  PlanTarget outcome(const Guide& guide, const Target& target) {
    const Document* document = request_.pack.document_of(guide, target);
    const std::string name = document == nullptr ? guide.id + "#" + to_text(target) : "";
    const auto place = outcomes_.emplace(std::pair(document, name), outcomes_.size()).first;
    return {PlanTargetKind::Outcome, place->second};
  }

  void set_weights(std::size_t at) {
    const PlannedStep& own = plan_.steps[at];
    std::vector<double> weights(own.edges.size(), 0.0);
    bool counted = false;
    for (const OptionCount& count : request_.counts) {
      if (count.guide != own.guide->id || count.step != own.step->id) continue;
      const auto found = std::find(own.edges.begin(), own.edges.end(), "next." + count.option);
      if (found == own.edges.end() || count.count <= 0) continue;
      weights[static_cast<std::size_t>(found - own.edges.begin())] += count.count;
      counted = true;
    }
    if (counted) plan_.problem.steps[at].weights = std::move(weights);
  }

  void note_answer(const Visit& visit) {
    const Guide* guide = request_.pack.guide(visit.guide);
    const Step* step = guide == nullptr ? nullptr : guide->step(visit.step);
    const auto number = numbers_.find(step);
    if (number == numbers_.end()) return;
    const std::vector<std::string>& edges = plan_.steps[number->second].edges;
    const auto edge = std::find(edges.begin(), edges.end(), visit.edge);
    if (edge == edges.end()) return;
    plan_.state.options[number->second] = static_cast<std::size_t>(edge - edges.begin());
  }

  const GuidePlanRequest& request_;
  const OpenBranch& branch_;
  const Visit& first_;
  LackingDocuments lacking_;
  std::set<std::pair<std::string, std::string>> above_ = {};  // guide, step
  std::map<const Step*, std::size_t> numbers_ = {};
  std::map<std::pair<const Document*, std::string>, std::size_t> outcomes_ = {};
  GuidePlan plan_ = {};
};

}  // namespace

std::vector<GuidePlan> plan_guide(const GuidePlanRequest& request) {
  std::vector<GuidePlan> plans;
  for (const OpenBranch& branch : open_branches(request.resolution, planned_branches)) {
    plans.push_back(Planning(request, branch).plan());
  }
  return plans;
}

}  // namespace tsg
