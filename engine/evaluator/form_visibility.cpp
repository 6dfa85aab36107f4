// SPDX-License-Identifier: MIT
#include "engine/evaluator/form_visibility.h"

#include <algorithm>
#include <numeric>

#include "engine/evaluator/form_references.h"

namespace tsg {

namespace {

class VisibilityRun {
 public:
  VisibilityRun(const Form& form, const ElementAnswers& answers)
      : form_(form), answers_(answers), references_(form_references(form)), shown_(form.elements.size()) {}

  std::vector<bool> run() {
    for (const std::size_t element : references_.order) shown_[element] = shows(element);
    return std::move(shown_);
  }

 private:
  bool shows(std::size_t element) {
    const Visibility& visibility = form_.elements[element].visibility;
    if (visibility.showing != Showing::Depends) return visibility.showing == Showing::Always;
    const VisibilityExpression& expression = visibility.expression;
    values_.clear();
    for (const VisibilityNode& node : expression.nodes)
      values_.push_back(node.kind == VisibilityKind::Term ? holds(element, expression, node.term)
                                                          : joined(node));
    return values_.empty() || values_.back();
  }

  bool joined(const VisibilityNode& node) const {
    const auto is_true = [this](std::uint32_t child) { return values_[child]; };
    return node.kind == VisibilityKind::All
               ? std::all_of(node.children.begin(), node.children.end(), is_true)
               : std::any_of(node.children.begin(), node.children.end(), is_true);
  }

  bool holds(std::size_t element, const VisibilityExpression& expression, std::uint32_t number) const {
    const VisibilityTerm& term = expression.terms[number];
    const std::vector<std::string>* answer = answer_seen(element, references_.targets[element][number]);
    const bool equal = term.value ? answer != nullptr && std::find(answer->begin(), answer->end(),
                                                                   *term.value) != answer->end()
                                  : answer == nullptr;
    return equal == (term.comparison == Comparison::Equal);
  }

  // What `element` sees of the answer of `target`; null when that is `null`.
  const std::vector<std::string>* answer_seen(std::size_t element, std::size_t target) const {
    if (target == FormReferences::nobody || references_.ring[target] == references_.ring[element])
      return nullptr;
    if (!shown_[target]) return nullptr;
    const auto found = answers_.find(form_.elements[target].id);
    if (found == answers_.end()) return nullptr;
    const auto said = [](const std::string& text) { return !text.empty(); };
    return std::any_of(found->second.begin(), found->second.end(), said) ? &found->second : nullptr;
  }

  const Form& form_;
  const ElementAnswers& answers_;
  FormReferences references_;
  std::vector<bool> shown_;
  std::vector<bool> values_ = {};  // of the nodes of the expression being decided
};

}  // namespace

std::vector<bool> visible_elements(const Form& form, const ElementAnswers& answers) {
  return VisibilityRun(form, answers).run();
}

std::vector<std::size_t> shown_in_order(const Form& form, const ElementAnswers& answers) {
  const std::vector<bool> shown = visible_elements(form, answers);
  std::vector<std::size_t> order(form.elements.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  order.erase(std::remove_if(order.begin(), order.end(), [&](std::size_t i) { return !shown[i]; }),
              order.end());
  std::stable_sort(order.begin(), order.end(), [&form](std::size_t a, std::size_t b) {
    return form.elements[a].order < form.elements[b].order;
  });
  return order;
}

std::vector<std::vector<std::size_t>> visibility_rings(const Form& form) {
  const FormReferences references = form_references(form);
  std::vector<std::vector<std::size_t>> members(form.elements.size());
  for (std::size_t i = 0; i < form.elements.size(); ++i) members[references.ring[i]].push_back(i);
  std::vector<std::vector<std::size_t>> rings;
  for (std::vector<std::size_t>& ring : members) {
    const std::vector<std::size_t>* own = ring.size() == 1 ? &references.targets[ring.front()] : nullptr;
    const bool alone = own != nullptr && std::find(own->begin(), own->end(), ring.front()) == own->end();
    if (!ring.empty() && !alone) rings.push_back(std::move(ring));
  }
  std::sort(rings.begin(), rings.end());
  return rings;
}

}  // namespace tsg
