// SPDX-License-Identifier: MIT
#include "engine/planner/step_order.h"

namespace tsg {

namespace {

enum class Mark : std::uint8_t { New, Open, Done };

class Ordering {
 public:
  Ordering(const PlanProblem& problem, const PlanState& state)
      : problem_(problem), state_(state), marks_(problem.steps.size(), Mark::New) {
    order_.circles.resize(problem.steps.size());
  }

  void visit(std::size_t start) {
    if (marks_[start] == Mark::New) enter(start);
    while (!stack_.empty()) go_on();
  }

  StepOrder take() { return std::move(order_); }

 private:
  struct Frame {
    std::size_t step = 0;
    std::size_t next = 0;  // the option to follow next
    std::size_t end = 0;
  };

  void enter(std::size_t step) {
    marks_[step] = Mark::Open;
    const std::size_t options = problem_.steps[step].options.size();
    order_.circles[step].assign(options, false);
    const std::size_t known = state_.option_of(problem_, step);
    if (known == option_unknown) return stack_.push_back({step, 0, options});
    stack_.push_back({step, known, known + 1});
  }

  void go_on() {
    Frame& frame = stack_.back();
    if (frame.next == frame.end) return leave();
    const std::size_t option = frame.next++;
    const PlanTarget& target = problem_.steps[frame.step].options[option];
    if (target.kind != PlanTargetKind::Step) return;
    if (marks_[target.index] == Mark::Open) order_.circles[frame.step][option] = true;
    if (marks_[target.index] == Mark::New) enter(target.index);
  }

  void leave() {
    marks_[stack_.back().step] = Mark::Done;
    order_.steps.push_back(stack_.back().step);
    stack_.pop_back();
  }

  const PlanProblem& problem_;
  const PlanState& state_;
  std::vector<Mark> marks_;
  std::vector<Frame> stack_ = {};
  StepOrder order_ = {};
};

}  // namespace

StepOrder order_steps(const PlanProblem& problem, const PlanState& state,
                      const std::vector<std::size_t>& starts) {
  Ordering ordering(problem, state);
  for (const std::size_t start : starts) ordering.visit(start);
  return ordering.take();
}

}  // namespace tsg
