// SPDX-License-Identifier: MIT
// Builds guides, articles and a runner whose verdicts are a table, so that a test of the evaluator reads as a
// sentence.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/evaluator/evaluate.h"

namespace tsg::test {

inline Verdict answer(std::string option, std::vector<NamedValue> values = {}) {
  Verdict verdict;
  verdict.kind = VerdictKind::Answer;
  verdict.option = std::move(option);
  verdict.values = std::move(values);
  return verdict;
}

inline Verdict unknown(std::vector<std::string> paths) {
  Verdict verdict;
  verdict.kind = VerdictKind::Unknown;
  for (std::string& path : paths)
    verdict.needs.push_back({std::move(path), "a string", "nothing", {"az", "show"}});
  return verdict;
}

inline Verdict not_applicable(std::string reason) {
  Verdict verdict;
  verdict.kind = VerdictKind::NotApplicable;
  verdict.message = std::move(reason);
  return verdict;
}

inline Verdict broken(std::string message) {
  Verdict verdict;
  verdict.message = std::move(message);
  return verdict;
}

inline Verdict listing(std::vector<Finding> findings) {
  Verdict verdict = answer("listed");
  verdict.findings = std::move(findings);
  return verdict;
}

inline NamedValue text_value(std::string name, std::string text) {
  return {std::move(name), std::move(text), {}};
}

// "outcome:x", "article:x", "guide:x#step" or a step.
inline Target target_of(const std::string& text) {
  if (text.starts_with("outcome:")) return {TargetKind::Outcome, text.substr(8), {}};
  if (text.starts_with("article:")) return {TargetKind::Article, text.substr(8), {}};
  if (!text.starts_with("guide:")) return {TargetKind::Step, text, {}};
  const std::size_t mark = text.find('#');
  if (mark == std::string::npos) return {TargetKind::Guide, text.substr(6), {}};
  return {TargetKind::Guide, text.substr(6, mark - 6), text.substr(mark + 1)};
}

// Verdicts by rule and subject; a rule without an entry for its subject takes the one for no subject.
class TableRunner : public RuleRunner {
 public:
  Verdict run(std::string_view rule, const Facts&, std::string_view subject, Trace trace) override {
    ++runs[{std::string(rule), std::string(subject)}];
    auto found = table.find({std::string(rule), std::string(subject)});
    if (found == table.end()) found = table.find({std::string(rule), ""});
    if (found == table.end()) return broken("no such rule");
    Verdict verdict = found->second;
    verdict.rule = std::string(rule);
    if (trace == Trace::On) verdict.evidence.push_back({"gateway.name", "agw1", DataClass::Customer, ""});
    if (trace == Trace::On && impure == rule) verdict.option += "x";
    return verdict;
  }
  const RuleContract* contract(std::string_view) const override { return nullptr; }

  std::map<std::pair<std::string, std::string>, Verdict> table = {};
  std::map<std::pair<std::string, std::string>, int> runs = {};
  std::string impure = {};  // a rule that says something else when it is traced
};

// A guide under construction: `guide.step("a").rule("r").next("yes", "b")`.
class StepMaker {
 public:
  explicit StepMaker(Step& step) : step_(step) {}
  StepMaker& rule(const std::string& id) { return step_.rule = "d/" + id, *this; }
  StepMaker& for_each(const std::string& id) { return step_.for_each = "d/" + id, *this; }
  StepMaker& next(const std::string& option, const std::string& target) {
    step_.next.push_back({option, target_of(target), {}});
    step_.options.push_back({option, option, {}});
    return *this;
  }
  StepMaker& unknown(const std::string& target) {
    return step_.on_unknown = Edge{"", target_of(target), {}}, *this;
  }
  StepMaker& not_applicable(const std::string& target) {
    return step_.on_not_applicable = Edge{"", target_of(target), {}}, *this;
  }
  StepMaker& no_subjects(const std::string& target) {
    return step_.on_no_subjects = Edge{"", target_of(target), {}}, *this;
  }
  StepMaker& input(const std::string& name, InputType type = InputType::String) {
    return step_.inputs.push_back({name, type, {}}), *this;
  }

 private:
  Step& step_;
};

// A pack with one catalogue (domain "d": gateway.name, secret gateway.key, gateway.ports[].port,
// gateway.tags) and guide "g".
class World {
 public:
  World() {
    pack.catalogues.push_back(catalogue());
    add_guide("g");
  }

  void add_guide(const std::string& id) {
    Guide guide;
    guide.id = id;
    guide.domain = "d";
    guide.start = "start";
    pack.guides.push_back(std::move(guide));
  }
  Guide& guide(const std::string& id = "g") {
    for (Guide& each : pack.guides) {
      if (each.id == id) return each;
    }
    return pack.guides.front();
  }
  // The reference in the maker holds until the next step of that guide is made.
  StepMaker step(const std::string& id, const std::string& guide_id = "g") {
    Guide& owner = guide(guide_id);
    if (owner.steps.empty()) owner.start = id;
    Step step;
    step.id = id;
    step.title = "Is it " + id + "?";
    step.question = step.title;
    owner.steps.push_back(std::move(step));
    return StepMaker(owner.steps.back());
  }
  void outcome(const std::string& id, std::vector<std::string> placeholders = {},
               const std::string& guide_id = "g") {
    Document document;
    document.article.headings.push_back({1, "Outcome " + id, 1});
    document.compiled.placeholders = std::move(placeholders);
    guide(guide_id).outcomes.push_back({id, pack.documents.size()});
    pack.documents.push_back(std::move(document));
  }
  // What an outcome of guide "g" shows.
  Document& document(std::string_view outcome_id) {
    return pack.documents.at(guide().outcome(outcome_id)->document);
  }
  void say(const std::string& rule, Verdict verdict, const std::string& subject = "") {
    runner.table[{"d/" + rule, subject}] = std::move(verdict);
  }
  void answer_by_hand(const std::string& step, const std::string& option, const std::string& subject = "",
                      const std::string& reason = "") {
    answers.answers.push_back({step, subject, option, reason});
  }

  Facts empty_facts() const { return Facts(pack.catalogues.front()); }
  Resolution resolve(const Facts& facts, Trace trace = Trace::Off) {
    return evaluate({pack, guide(), facts, answers, runner, trace, "0.1.0"});
  }
  Resolution resolve(Trace trace = Trace::Off) { return resolve(empty_facts(), trace); }

  static Catalogue catalogue();

  Pack pack = {};
  Answers answers = {};
  TableRunner runner = {};
};

inline Catalogue World::catalogue() {
  Catalogue catalogue;
  catalogue.domain = "d";
  catalogue.nodes.resize(10);
  const auto define = [&catalogue](NodeIndex index, const char* name, const char* path, FactType type,
                                   NodeIndex parent) {
    CatalogueNode& node = catalogue.nodes[index];
    node.name = name;
    node.path = path;
    node.type = type;
    node.parent = parent;
    node.data_class = DataClass::Customer;
  };
  define(0, "", "", FactType::Object, no_node);
  define(1, "gateway", "gateway", FactType::Object, 0);
  define(2, "name", "gateway.name", FactType::String, 1);
  define(3, "key", "gateway.key", FactType::String, 1);
  define(4, "ports", "gateway.ports", FactType::List, 1);
  define(5, "[]", "gateway.ports[]", FactType::Object, 4);
  define(6, "port", "gateway.ports[].port", FactType::Integer, 5);
  define(7, "now", "now", FactType::DateTime, 0);
  define(8, "tags", "gateway.tags", FactType::Map, 1);
  define(9, "{}", "gateway.tags{}", FactType::String, 8);
  catalogue.nodes[0].members = {1, 7};
  catalogue.nodes[1].members = {2, 3, 4, 8};
  catalogue.nodes[8].column = 3;
  catalogue.nodes[8].item = 9;
  catalogue.nodes[1].shape = 1;
  catalogue.nodes[3].column = 1;
  catalogue.nodes[3].data_class = DataClass::Secret;
  catalogue.nodes[4].column = 2;
  catalogue.nodes[4].item = 5;
  catalogue.nodes[5].members = {6};
  catalogue.nodes[5].shape = 2;
  catalogue.nodes[7].column = 1;
  catalogue.nodes[7].document = 1;
  catalogue.shapes = {0, 1, 5};
  catalogue.documents.resize(2);
  catalogue.documents[0].key = "gateway";
  catalogue.documents[0].node = 1;
  catalogue.documents[1].key = "now";
  catalogue.documents[1].node = 7;
  return catalogue;
}

}  // namespace tsg::test
