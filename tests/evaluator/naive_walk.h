// SPDX-License-Identifier: MIT
// The walk told a second time, as plainly as can be: recursive, every state copied, nothing remembered
// between calls. It shares no code with the evaluator and is the oracle of oracle_test.cpp.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "tests/evaluator/guide_fixture.h"

namespace tsg::test {

// What a walk comes to, as lines.
struct Told {
  std::vector<std::string> visits = {};
  std::vector<std::string> outcomes = {};
  std::vector<std::string> open = {};    // "g/s[a]"
  std::vector<std::string> asked = {};   // steps asked for V, each once for a visit, sorted
  std::vector<std::string> failed = {};  // where branches broke
  bool operator==(const Told&) const = default;
};

class NaiveWalk {
 public:
  explicit NaiveWalk(const World& world) : world_(world) {}

  Told tell() {
    const Guide& guide = world_.pack.guides.front();
    come_to({}, guide, guide.start);
    std::sort(told_.asked.begin(), told_.asked.end());
    told_.asked.erase(std::unique(told_.asked.begin(), told_.asked.end()), told_.asked.end());
    for (std::string& line : told_.asked) line.erase(0, line.find(' ') + 1);
    std::sort(told_.asked.begin(), told_.asked.end());
    return told_;
  }

 private:
  struct Met {
    const Guide* guide;
    const Step* step;
    std::string subject;
    bool is_fork;                     // forked here, so that it may not be forked again
    std::size_t number;               // of the visit
    std::vector<std::string> givers;  // "origin value", nearest first
  };
  struct State {
    std::vector<Met> path = {};
    std::vector<std::string> subjects = {};
    std::vector<std::string> open = {};
    int jumps = 0;
  };

  static std::string joined(const std::vector<std::string>& parts, const char* between) {
    std::string text;
    for (std::size_t at = 0; at < parts.size(); ++at) text += (at == 0 ? "" : between) + parts[at];
    return text;
  }
  static std::string place(const Met& met) {
    return met.guide->id + "/" + met.step->id + (met.subject.empty() ? "" : "[" + met.subject + "]");
  }
  static std::vector<std::string> given(const std::vector<NamedValue>& values, const char* origin) {
    std::vector<std::string> texts;
    for (const NamedValue& value : values)
      texts.push_back(std::string(origin) + " " + std::get<std::string>(value.value));
    return texts;
  }

  Verdict verdict_of(const std::string& rule, const State& state) const {
    const std::string subject = state.subjects.empty() ? "" : state.subjects.back();
    return world_.runner.table.at({rule, subject});
  }
  // The option an agent gives, if the step has it.
  std::optional<std::string> by_hand(const Step& step, const State& state) const {
    std::vector<std::string> names = {joined(state.subjects, " / ")};
    if (!state.subjects.empty()) names.push_back(state.subjects.back());
    names.emplace_back();
    for (const std::string& name : names) {
      const GivenAnswer* last = nullptr;
      for (const GivenAnswer& each : world_.answers.answers) {
        if (each.step == step.id && each.subject == name) last = &each;
      }
      if (last != nullptr && step.edge(last->option) != nullptr) return last->option;
    }
    return std::nullopt;
  }
  void add_inputs(Met& met) const {
    const bool declares = !met.step->inputs.empty();
    for (const GivenInput& each : world_.answers.inputs) {
      if (declares && each.step == met.step->id)
        met.givers.push_back("input " + std::get<std::string>(each.value));
    }
  }

  void come_to(State state, const Guide& guide, const std::string& id) {
    const Step* step = guide.step(id);
    const std::string subject = joined(state.subjects, " / ");
    for (const Met& met : state.path) {
      if (met.step == step && (met.is_fork || met.subject == subject)) {
        told_.failed.push_back(place(state.path.back()));
        return;
      }
    }
    step->for_each.empty() ? ask(state, guide, *step) : fork(state, guide, *step);
  }

  void meet(State& state, const Guide& guide, const Step& step) {
    state.path.push_back({&guide, &step, joined(state.subjects, " / "), false, told_.visits.size(), {}});
    told_.visits.push_back(place(state.path.back()) + (state.open.empty() ? "" : "?"));
  }

  void fork(State state, const Guide& guide, const Step& step) {
    meet(state, guide, step);
    const Verdict verdict = verdict_of(step.for_each, state);
    if (verdict.kind != VerdictKind::Answer) return settle(state, guide, step, &verdict);
    Met& met = state.path.back();
    const std::vector<std::string> own = given(verdict.values, "verdict");
    if (verdict.findings.empty()) {
      met.givers = own;
      add_inputs(met);
      if (!step.on_no_subjects) return told_.failed.push_back(place(met));
      return follow(state, guide, step.on_no_subjects->target);
    }
    for (std::size_t at = 0; at < verdict.findings.size(); ++at) {
      const std::string& subject = verdict.findings[at].subject;
      const auto same = [&subject](const Finding& finding) { return finding.subject == subject; };
      const auto count = std::count_if(verdict.findings.begin(), verdict.findings.end(), same);
      if (subject.empty() || count > 1) return told_.failed.push_back(place(met));
    }
    met.is_fork = true;
    for (const Finding& finding : verdict.findings) {
      State child = state;
      Met& left = child.path.back();
      left.givers = given(finding.values, "verdict");
      left.givers.insert(left.givers.end(), own.begin(), own.end());
      add_inputs(left);
      child.subjects.push_back(finding.subject);
      ask(child, guide, step);
    }
  }

  void ask(State state, const Guide& guide, const Step& step) {
    meet(state, guide, step);
    if (step.rule.empty()) return settle(state, guide, step, nullptr);
    const Verdict verdict = verdict_of(step.rule, state);
    settle(state, guide, step, &verdict);
  }

  void settle(State state, const Guide& guide, const Step& step, const Verdict* verdict) {
    Met& met = state.path.back();
    const VerdictKind kind = verdict == nullptr ? VerdictKind::Unknown : verdict->kind;
    if (kind == VerdictKind::Error) return told_.failed.push_back(place(met));
    const std::optional<std::string> hand = by_hand(step, state);
    const bool ruled = kind == VerdictKind::Answer && (!hand || *hand == verdict->option);
    if (ruled) met.givers = given(verdict->values, "verdict");
    add_inputs(met);
    if (ruled || hand) {
      const Edge* edge = step.edge(ruled ? verdict->option : *hand);
      if (edge == nullptr) return told_.failed.push_back(place(met));
      return follow(state, guide, edge->target);
    }
    if (kind == VerdictKind::NotApplicable) {
      if (!step.on_not_applicable) return told_.failed.push_back(place(met));
      return follow(state, guide, step.on_not_applicable->target);
    }
    told_.open.push_back(place(met));
    state.open.push_back(step.id);
    if (step.on_unknown) follow(state, guide, step.on_unknown->target);
  }

  void follow(const State& state, const Guide& guide, const Target& target) {
    if (target.kind == TargetKind::Step) return come_to(state, guide, target.id);
    if (target.kind == TargetKind::Outcome) return show(state, guide, target);
    State jumped = state;
    if (++jumped.jumps > 16) return told_.failed.push_back(place(state.path.back()));
    const Guide& other = *world_.pack.guide(target.id);
    come_to(jumped, other, target.step.empty() ? other.start : target.step);
  }

  void show(const State& state, const Guide& guide, const Target& target) {
    std::string line = guide.id + "/" + to_text(target) + "[" + joined(state.subjects, " / ") + "]";
    line += " open: " + joined(state.open, ",");
    if (target.id != "o0") line += " V: " + shown_value(state);
    told_.outcomes.push_back(line);
  }

  std::string shown_value(const State& state) {
    for (auto met = state.path.rbegin(); met != state.path.rend(); ++met) {
      if (!met->givers.empty()) return met->givers.front();
    }
    for (auto met = state.path.rbegin(); met != state.path.rend(); ++met) {
      if (met->step->inputs.empty()) continue;
      told_.asked.push_back(std::to_string(met->number) + " " + place(*met));
      break;
    }
    return "default ";
  }

  const World& world_;
  Told told_ = {};
};

}  // namespace tsg::test
