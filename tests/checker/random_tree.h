// SPDX-License-Identifier: MIT
// Random guides with random contracts: one to three guides, three to twelve steps in all, for-each, inputs,
// aliases, facts, jumps, cycles, rules that may list findings and rules that did not compile. Values are
// called A to F, in either case; facts are `doc.must` (required) and `doc.may` (optional).
#pragma once

#include <cctype>
#include <random>
#include <string>

#include "engine/checker/contracts.h"
#include "engine/model/pack.h"

namespace tsg::test {

inline constexpr std::size_t value_names = 6;

inline Catalogue tree_catalogue() {
  Catalogue catalogue;
  catalogue.domain = "d";
  catalogue.nodes.resize(4);
  const auto define = [&catalogue](NodeIndex index, const char* name, const char* path, FactType type,
                                   NodeIndex parent, bool required) {
    CatalogueNode& node = catalogue.nodes[index];
    node.name = name;
    node.path = path;
    node.type = type;
    node.parent = parent;
    node.required = required;
  };
  define(0, "", "", FactType::Object, no_node, false);
  define(1, "doc", "doc", FactType::Object, 0, true);
  define(2, "must", "doc.must", FactType::String, 1, true);
  define(3, "may", "doc.may", FactType::String, 1, false);
  catalogue.nodes[0].members = {1};
  catalogue.nodes[1].members = {2, 3};
  return catalogue;
}

struct Tree {
  Pack pack = {};
  Contracts contracts = {};
};

class RandomTree {
 public:
  explicit RandomTree(std::uint32_t seed) : random_(seed) {}

  Tree make() {
    tree_.pack.catalogues.push_back(tree_catalogue());
    for (std::size_t rule = 0; rule < 5; ++rule) add_rule("r" + std::to_string(rule));
    const std::size_t guides = one_in(3) ? 2 + upto(1) : 1;
    std::size_t left = 3 + upto(9);
    for (std::size_t guide = 0; guide < guides; ++guide) {
      const std::size_t steps = guide + 1 == guides ? left : upto(left - 1);
      left -= steps;
      sizes_.push_back(steps);
    }
    for (std::size_t guide = 0; guide < guides; ++guide) add_guide(guide);
    return std::move(tree_);
  }

 private:
  std::size_t upto(std::size_t most) { return random_() % (most + 1); }
  bool one_in(std::size_t n) { return random_() % n == 0; }

  std::string value_name() {
    const char letter = static_cast<char>('A' + upto(value_names - 1));
    return std::string(1, one_in(4) ? static_cast<char>(std::tolower(letter)) : letter);
  }
  std::vector<std::string> some_names(std::size_t most) {
    std::vector<std::string> names;
    for (std::size_t left = upto(most); left > 0; --left) names.push_back(value_name());
    return names;
  }
  static std::string option(std::size_t index) { return "o" + std::to_string(index); }

  void add_rule(const std::string& id) {
    RuleSource source{"d", id, false, "rules/d/" + id + ".lua", "return {}"};
    if (one_in(5)) source.text = "finding(x)";
    tree_.pack.rules.push_back(source);
    if (one_in(15)) return;
    RuleContract contract;
    contract.name = "d/" + id;
    contract.file = source.file;
    for (std::size_t answer = 0; answer < 3; ++answer) {
      if (one_in(4)) continue;
      contract.answers.push_back(option(answer));
      if (!one_in(3)) contract.provides[option(answer)] = some_names(3);
    }
    tree_.contracts[contract.name] = std::move(contract);
  }

  Target target(std::size_t guide, std::size_t from) {
    const std::size_t steps = sizes_[guide];
    if (one_in(3)) return {TargetKind::Outcome, "x" + std::to_string(upto(2)), {}};
    if (sizes_.size() > 1 && one_in(5)) {
      const std::size_t other = upto(sizes_.size() - 1);
      const bool whole = sizes_[other] == 0 || one_in(2);
      return {TargetKind::Guide, "g" + std::to_string(other),
              whole ? "" : "s" + std::to_string(upto(sizes_[other] - 1))};
    }
    const bool back = from + 1 >= steps || one_in(8);
    const std::size_t to =
        back ? upto(steps - 1) : from + 1 + upto(std::min<std::size_t>(steps - from - 2, 2));
    return {TargetKind::Step, "s" + std::to_string(to), {}};
  }

  void add_guide(std::size_t index) {
    Guide guide;
    guide.id = "g" + std::to_string(index);
    guide.domain = "d";
    guide.start = sizes_[index] == 0 ? "" : "s0";
    guide.file = "guides/" + guide.id + "/guide.toml";
    for (std::size_t step = 0; step < sizes_[index]; ++step) guide.steps.push_back(make_step(index, step));
    for (std::size_t outcome = 0; outcome < 3; ++outcome) {
      Document document;
      document.article.path = guide.id + "/x" + std::to_string(outcome);
      document.compiled.placeholders = placeholders();
      guide.outcomes.push_back({"x" + std::to_string(outcome), tree_.pack.documents.size()});
      tree_.pack.documents.push_back(std::move(document));
    }
    add_values(guide);
    tree_.pack.guides.push_back(std::move(guide));
  }

  std::vector<std::string> placeholders() {
    std::vector<std::string> names;
    for (char letter = 'A'; letter < static_cast<char>('A' + value_names); ++letter) {
      if (one_in(3)) names.emplace_back(1, letter);
    }
    return names;
  }

  Step make_step(std::size_t guide, std::size_t index) {
    Step step;
    step.id = "s" + std::to_string(index);
    step.place.file = "g" + std::to_string(guide);
    for (std::size_t at = 0; at < 3; ++at) {
      if (at == 0 || one_in(2)) step.next.push_back({option(at), target(guide, index), {}});
    }
    if (!one_in(3)) step.rule = "d/r" + std::to_string(upto(4));
    if (one_in(7)) {
      step.for_each = "d/r" + std::to_string(upto(4));
      if (!one_in(4)) step.on_no_subjects = Edge{"", target(guide, index), {}};
    }
    if (one_in(4)) step.on_unknown = Edge{"", target(guide, index), {}};
    if (one_in(6)) step.on_not_applicable = Edge{"", target(guide, index), {}};
    if (one_in(2)) {
      for (const std::string& name : some_names(3)) step.inputs.push_back({name, InputType::String, {}});
    }
    return step;
  }

  void add_values(Guide& guide) {
    for (char letter = 'A'; letter < static_cast<char>('A' + value_names); ++letter) {
      if (!one_in(5)) continue;
      ValueSource value;
      value.name = std::string(1, one_in(3) ? static_cast<char>(std::tolower(letter)) : letter);
      if (one_in(4)) {
        value.fact = one_in(2) ? "doc.must" : "doc.may";
      } else {
        value.placeholder = value_name();
      }
      guide.values.push_back(std::move(value));
    }
  }

  std::mt19937 random_;
  std::vector<std::size_t> sizes_ = {};
  Tree tree_ = {};
};

}  // namespace tsg::test
