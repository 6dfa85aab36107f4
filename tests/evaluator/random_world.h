// SPDX-License-Identifier: MIT
// Random guides with random verdicts, answers and inputs. Every target is there; cycles, forks inside forks
// and jumps are common. Rules are "d/r0" to "d/r5", subjects "a" to "c", and the one value anybody gives is
// called V.
#pragma once

#include <random>
#include <string>

#include "tests/evaluator/guide_fixture.h"

namespace tsg::test {

class RandomWorld {
 public:
  explicit RandomWorld(std::uint32_t seed) : random_(seed) {}

  World make() {
    for (std::size_t guide = 1; guide < guides_; ++guide) world_.add_guide(guide_id(guide));
    for (std::size_t guide = 0; guide < guides_; ++guide) fill_guide(guide_id(guide));
    for (int rule = 0; rule < 6; ++rule) {
      for (const char* subject : {"", "a", "b", "c"})
        world_.say("r" + std::to_string(rule), verdict(), subject);
      for (const char* subject : {"", "a", "b", "c"}) world_.say("f" + std::to_string(rule), fork(), subject);
    }
    for (std::size_t left = upto(5); left > 0; --left) add_answer();
    if (one_in(4)) world_.answers.inputs.push_back({step_id(upto(steps_ - 1)), "v", std::string("typed")});
    return std::move(world_);
  }

 private:
  std::size_t upto(std::size_t most) { return random_() % (most + 1); }
  bool one_in(std::size_t n) { return upto(n - 1) == 0; }
  static std::string guide_id(std::size_t index) { return index == 0 ? "g" : "g" + std::to_string(index); }
  static std::string step_id(std::size_t index) { return "s" + std::to_string(index); }
  static std::string option_id(std::size_t index) { return "o" + std::to_string(index); }

  // Mostly ahead, so that most ways end well.
  std::string target(std::size_t from) {
    if (one_in(3)) return "outcome:o" + std::to_string(upto(2));
    if (one_in(8)) return "guide:" + guide_id(upto(guides_ - 1));
    if (one_in(8)) return "guide:" + guide_id(upto(guides_ - 1)) + "#" + step_id(upto(steps_ - 1));
    if (from + 1 == steps_ || one_in(10)) return step_id(upto(steps_ - 1));
    return step_id(from + 1 + upto(steps_ - from - 2));
  }

  void fill_guide(const std::string& guide) {
    for (int outcome = 0; outcome < 3; ++outcome) {
      world_.outcome("o" + std::to_string(outcome),
                     outcome == 0 ? std::vector<std::string>{} : std::vector<std::string>{"V"}, guide);
    }
    for (std::size_t index = 0; index < steps_; ++index) fill_step(world_.step(step_id(index), guide), index);
  }

  void fill_step(StepMaker step, std::size_t index) {
    const std::size_t options = 2 + upto(1);
    for (std::size_t option = 0; option < options; ++option) step.next(option_id(option), target(index));
    if (!one_in(4)) step.rule("r" + std::to_string(upto(5)));
    if (forks_left_ > 0 && one_in(3)) {
      --forks_left_;
      step.for_each("f" + std::to_string(upto(5)));
    }
    if (!one_in(3)) step.unknown(target(index));
    if (one_in(2)) step.not_applicable(target(index));
    if (!one_in(3)) step.no_subjects(target(index));
    if (one_in(4)) step.input("V");
  }

  std::vector<NamedValue> values() {
    if (one_in(2)) return {};
    return {text_value(one_in(2) ? "V" : "v", "v" + std::to_string(upto(3)))};
  }
  Verdict verdict() {
    const std::size_t kind = upto(24);
    if (kind == 0) return broken("oops");
    if (kind <= 2) return not_applicable("never");
    if (kind <= 7) return unknown({"gateway.name"});
    return answer(option_id(upto(one_in(20) ? 3 : 1)), values());
  }
  Verdict fork() {
    if (one_in(3)) return verdict();
    Verdict made = listing({});
    made.values = values();
    for (const char* subject : {"a", "b", "c"}) {
      if (!one_in(3)) made.findings.push_back({subject, values()});
    }
    if (one_in(20)) made.findings.push_back({one_in(2) ? "" : "a", {}});
    return made;
  }
  void add_answer() {
    static const char* const subjects[] = {"", "", "a", "b", "a / b", "d"};
    world_.answer_by_hand(step_id(upto(steps_)), option_id(upto(3)), subjects[upto(5)]);
  }

  std::mt19937 random_;
  std::size_t guides_ = 1 + upto(2);
  std::size_t steps_ = 1 + upto(9);
  std::size_t forks_left_ = 4;
  World world_ = {};
};

}  // namespace tsg::test
