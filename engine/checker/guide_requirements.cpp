// SPDX-License-Identifier: MIT
#include "engine/checker/guide_requirements.h"

#include <algorithm>
#include <optional>
#include <set>

#include "engine/checker/reachability.h"

namespace tsg {

namespace {

// As `reads` spell a path: without "[]" and "{}".
std::string spelled(const Catalogue& catalogue, NodeIndex node) {
  std::string path;
  for (NodeIndex at = node; at != 0 && at != no_node; at = catalogue.node(at).parent) {
    const std::string& name = catalogue.node(at).name;
    if (name == "[]" || name == "{}") continue;
    path = path.empty() ? name : name + "." + path;
  }
  return path;
}

bool lies_under(std::string_view path, std::string_view prefix) {
  return path.starts_with(prefix) && (path.size() == prefix.size() || path[prefix.size()] == '.');
}

// What stands in a catalogue for itself; the rest only stands above others.
bool is_fact(const CatalogueNode& node) {
  return node.declared || !is_container(node.type);
}

class Collector {
 public:
  Collector(const StepGraph& steps, const Pack& pack, const Guide& guide, const Contracts& contracts)
      : steps_(steps),
        pack_(pack),
        guide_(guide),
        contracts_(contracts),
        catalogue_(*pack.catalogue(guide.domain)),
        readers_of_(catalogue_.nodes.size()) {
    for (NodeIndex node = 0; node < catalogue_.nodes.size(); ++node)
      paths_.push_back(spelled(catalogue_, node));
  }

  Requirements collect() {
    result_.guide = guide_.id;
    result_.guide_version = guide_.version;
    const std::set<const Guide*> others = read_steps();
    for (const Check& check : guide_.checks) read_rule(FactReaderKind::Check, guide_, check.id, check.rule);
    read_values(guide_);
    for (const Guide& other : pack_.guides) {
      if (&other != &guide_ && others.contains(&other)) read_values(other);
    }
    for (std::size_t at = 0; at < catalogue_.documents.size(); ++at) add_document(at);
    return std::move(result_);
  }

 private:
  // The guides that walks come through.
  std::set<const Guide*> read_steps() {
    std::set<const Guide*> guides;
    const std::size_t start = steps_.start_of(guide_);
    if (start == no_step) return guides;
    const std::vector<bool> reached = reached_from(steps_, {start});
    for (const bool own : {true, false}) {
      for (std::size_t at = 0; at < reached.size(); ++at) {
        const StepNode& node = steps_.node(at);
        if (!reached[at] || (node.guide == &guide_) != own) continue;
        guides.insert(node.guide);
        read_rule(FactReaderKind::Fork, *node.guide, node.step->id, node.step->for_each);
        read_rule(FactReaderKind::Step, *node.guide, node.step->id, node.step->rule);
      }
    }
    return guides;
  }

  void read_rule(FactReaderKind kind, const Guide& guide, const std::string& id, const std::string& rule) {
    const RuleContract* contract = rule.empty() ? nullptr : find_contract(contracts_, rule);
    if (contract == nullptr || !rule.starts_with(catalogue_.domain + "/")) return;
    const std::size_t reader = result_.readers.size();
    result_.readers.push_back({kind, guide.id, id, rule});
    for (NodeIndex node = 1; node < catalogue_.nodes.size(); ++node) {
      const bool reads =
          std::any_of(contract->reads.begin(), contract->reads.end(),
                      [&](const std::string& prefix) { return lies_under(paths_[node], prefix); });
      if (reads) readers_of_[node].push_back(reader);
    }
  }

  void read_values(const Guide& guide) {
    for (const ValueSource& value : guide.values) {
      const NodeIndex node = value.fact.empty() ? no_node : catalogue_.find(value.fact);
      if (node == no_node) continue;
      readers_of_[node].push_back(result_.readers.size());
      result_.readers.push_back({FactReaderKind::Values, guide.id, value.name, ""});
    }
  }

  void add_document(std::size_t at) {
    RequiredDocument required = {.document = catalogue_.documents[at]};
    std::set<std::size_t> readers;
    for (NodeIndex node = 1; node < catalogue_.nodes.size(); ++node) {
      if (catalogue_.node(node).document != at || readers_of_[node].empty()) continue;
      readers.insert(readers_of_[node].begin(), readers_of_[node].end());
      if (is_fact(catalogue_.node(node)))
        required.facts.push_back({catalogue_.node(node), readers_of_[node]});
    }
    if (readers.empty()) return;
    required.readers.assign(readers.begin(), readers.end());
    result_.documents.push_back(std::move(required));
  }

  const StepGraph& steps_;
  const Pack& pack_;
  const Guide& guide_;
  const Contracts& contracts_;
  const Catalogue& catalogue_;
  std::vector<std::string> paths_ = {};                    // by node
  std::vector<std::vector<std::size_t>> readers_of_ = {};  // by node
  Requirements result_ = {};
};

}  // namespace

Requirements requirements_of(const StepGraph& steps, const Pack& pack, const Guide& guide,
                             const Contracts& contracts) {
  return Collector(steps, pack, guide, contracts).collect();
}

}  // namespace tsg
