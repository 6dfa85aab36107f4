// SPDX-License-Identifier: MIT
// Tarjan's strongly connected components, without recursion: a form may chain as many elements as it has.
#include "engine/evaluator/form_references.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace tsg {

namespace {

std::vector<std::vector<std::size_t>> targets_of(const Form& form) {
  std::unordered_map<std::string_view, std::size_t> first;
  for (std::size_t i = 0; i < form.elements.size(); ++i) first.try_emplace(form.elements[i].id, i);
  std::vector<std::vector<std::size_t>> targets(form.elements.size());
  for (std::size_t i = 0; i < form.elements.size(); ++i) {
    const Visibility& visibility = form.elements[i].visibility;
    if (visibility.showing != Showing::Depends) continue;
    for (const VisibilityTerm& term : visibility.expression.terms) {
      const auto found = first.find(term.element);
      targets[i].push_back(found == first.end() ? FormReferences::nobody : found->second);
    }
  }
  return targets;
}

class RingFinder {
 public:
  explicit RingFinder(FormReferences& references)
      : references_(references), marks_(references.targets.size()) {
    references_.ring.assign(references_.targets.size(), 0);
  }

  void run() {
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      if (marks_[i].number == 0) visit(i);
    }
  }

 private:
  struct Mark {
    std::size_t number = 0;  // in the order of visits, from 1; 0: not visited
    std::size_t lowest = 0;  // number of an element on the stack that this one leads to
    std::size_t next = 0;    // reference to follow
    bool on_stack = false;
  };

  void enter(std::size_t element) {
    marks_[element].number = marks_[element].lowest = ++visits_;
    marks_[element].on_stack = true;
    stack_.push_back(element);
    path_.push_back(element);
  }

  void visit(std::size_t start) {
    enter(start);
    while (!path_.empty()) {
      const std::size_t at = path_.back();
      const std::vector<std::size_t>& targets = references_.targets[at];
      if (marks_[at].next < targets.size()) {
        follow(at, targets[marks_[at].next++]);
      } else {
        leave(at);
      }
    }
  }

  void follow(std::size_t from, std::size_t to) {
    if (to == FormReferences::nobody) return;
    if (marks_[to].number == 0) return enter(to);
    if (marks_[to].on_stack) marks_[from].lowest = std::min(marks_[from].lowest, marks_[to].number);
  }

  void leave(std::size_t element) {
    path_.pop_back();
    if (!path_.empty())
      marks_[path_.back()].lowest = std::min(marks_[path_.back()].lowest, marks_[element].lowest);
    if (marks_[element].lowest != marks_[element].number) return;
    std::size_t member = element;
    do {
      member = stack_.back();
      stack_.pop_back();
      marks_[member].on_stack = false;
      references_.ring[member] = rings_;
      references_.order.push_back(member);
    } while (member != element);
    ++rings_;
  }

  FormReferences& references_;
  std::vector<Mark> marks_;
  std::vector<std::size_t> stack_ = {};
  std::vector<std::size_t> path_ = {};
  std::size_t visits_ = 0;
  std::size_t rings_ = 0;
};

}  // namespace

FormReferences form_references(const Form& form) {
  FormReferences references;
  references.targets = targets_of(form);
  RingFinder(references).run();
  return references;
}

}  // namespace tsg
