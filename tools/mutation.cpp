// SPDX-License-Identifier: MIT
#include "tools/mutation.h"

#include <algorithm>
#include <memory>
#include <new>
#include <optional>
#include <set>
#include <variant>

#include "engine/diagnostics/source.h"
#include "engine/evaluator/evaluate.h"
#include "engine/lua/rule_engine.h"
#include "tools/edge_mutants.h"
#include "tools/mutant_rules.h"
#include "tools/rule_dependencies.h"
#include "tools/rule_mutants.h"
#include "tools/shared_work.h"

namespace tsg {

namespace {

constexpr std::chrono::seconds time_of_a_mutant{10};

// One change, and the scenarios that could notice it.
struct Mutant {
  std::variant<RuleMutant, EdgeMutant> what = {};
  std::size_t source = 0;  // of a rule's: index into Pack::rules
  Place place = {};
  std::string change = {};
  std::vector<std::size_t> scenarios = {};
};

enum class Outlook : std::uint8_t { Noticed, Survived, NoMutant };

// What a thread tries changes with: rules of its own, and sources and a pack that it may change.
struct Laboratory {
  std::unique_ptr<GuideResolver> resolver = {};
  std::unique_ptr<std::vector<RuleSource>> sources = {};
  std::unique_ptr<Pack> pack = {};
};

// The mutants of one guide.
class MutantMaker {
 public:
  MutantMaker(const TestedGuide& guide, const GuideRun& run, const RuleDependencies& dependencies)
      : guide_(guide), run_(run), dependencies_(dependencies), pack_(guide.resolver->pack()) {}

  std::vector<Mutant> run() {
    for (const EdgeMutant& each : edge_mutants(guide_.resolver->guide())) add(each);
    for (std::size_t at = 0; at < pack_.rules.size(); ++at) {
      if (!dependencies_.rules_with(pack_.rules[at].file).empty()) add_rule_mutants(at);
    }
    return std::move(mutants_);
  }

 private:
  void add(const EdgeMutant& edge) {
    Mutant mutant = {.what = edge, .place = edge.place, .change = edge.change};
    for (std::size_t at = 0; at < run_.observed.size(); ++at) {
      if (run_.observed[at].edges.contains(edge.name)) mutant.scenarios.push_back(at);
    }
    mutants_.push_back(std::move(mutant));
  }

  void add_rule_mutants(std::size_t at) {
    const RuleSource& rule = pack_.rules[at];
    const Source source(rule.file, rule.text);
    for (RuleMutant& each : rule_mutants(rule.text, dependencies_.swaps_for(rule.file))) {
      Mutant mutant = {.source = at, .place = source.place(each.range), .change = each.change};
      mutant.scenarios = scenarios_for(rule.file, mutant.place.line, each.in_function);
      mutant.what = std::move(each);
      mutants_.push_back(std::move(mutant));
    }
  }

  // Those that run the line. Where that cannot be told, because the line runs when the file is loaded or has
  // no code of its own, those that run anything that loads the file.
  std::vector<std::size_t> scenarios_for(const std::string& file, std::uint32_t line,
                                         bool in_function) const {
    const auto loaded = run_.loaded.find(file);
    const bool at_load = loaded != run_.loaded.end() && loaded->second.has_run(line);
    const bool told = in_function && !at_load && loaded != run_.loaded.end() &&
                      std::binary_search(loaded->second.code.begin(), loaded->second.code.end(), line);
    std::vector<std::size_t> scenarios;
    for (std::size_t at = 0; at < run_.observed.size(); ++at) {
      if (told ? runs_line(at, file, line) : runs_user_of(at, file)) scenarios.push_back(at);
    }
    return scenarios;
  }

  bool runs_line(std::size_t scenario, const std::string& file, std::uint32_t line) const {
    const RuleLines& lines = run_.observed[scenario].lines;
    const auto found = lines.find(file);
    return found != lines.end() && found->second.has_run(line);
  }

  bool runs_user_of(std::size_t scenario, const std::string& file) const {
    const RuleLines& lines = run_.observed[scenario].lines;
    const std::set<std::string>& users = dependencies_.files_of_rules_with(file);
    return std::any_of(users.begin(), users.end(),
                       [&lines](const std::string& each) { return lines.contains(each); });
  }

  const TestedGuide& guide_;
  const GuideRun& run_;
  const RuleDependencies& dependencies_;
  const Pack& pack_;
  std::vector<Mutant> mutants_ = {};
};

// Tries the mutants of one guide.
class MutantTrial {
 public:
  MutantTrial(TestedGuide& guide, const RuleDependencies& dependencies)
      : guide_(guide), dependencies_(dependencies) {}

  Laboratory laboratory() const {
    Laboratory made;
    made.resolver = guide_.resolver->another();
    if (!made.resolver) throw std::bad_alloc();
    made.sources = std::make_unique<std::vector<RuleSource>>(guide_.resolver->pack().rules);
    made.pack = std::make_unique<Pack>(guide_.resolver->pack());
    return made;
  }

  Outlook look(const Mutant& mutant, Laboratory& laboratory) const {
    if (const auto* rule = std::get_if<RuleMutant>(&mutant.what))
      return look_at_rule(mutant, *rule, laboratory);
    return look_at_edge(mutant, std::get<EdgeMutant>(mutant.what), laboratory);
  }

 private:
  Outlook look_at_edge(const Mutant& mutant, const EdgeMutant& edge, Laboratory& laboratory) const {
    Guide& guide = *std::find_if(laboratory.pack->guides.begin(), laboratory.pack->guides.end(),
                                 [this](const Guide& each) { return each.id == guide_.id; });
    Guide before = guide;
    apply(edge, guide);
    MutantRules rules(laboratory.resolver->rules(), laboratory.resolver->rules(), {}, deadline());
    const bool seen = noticed(mutant, *laboratory.pack, rules);
    guide = std::move(before);
    return seen ? Outlook::Noticed : Outlook::Survived;
  }

  Outlook look_at_rule(const Mutant& mutant, const RuleMutant& rule, Laboratory& laboratory) const {
    std::string& text = (*laboratory.sources)[mutant.source].text;
    const std::string before = text;
    text.replace(rule.range.begin, rule.range.end - rule.range.begin, rule.replacement);
    const Outlook outlook = try_rules(mutant, laboratory);
    text = before;
    return outlook;
  }

  Outlook try_rules(const Mutant& mutant, Laboratory& laboratory) const {
    const Pack& pack = guide_.resolver->pack();
    const std::vector<std::string>& changed = dependencies_.rules_with(pack.rules[mutant.source].file);
    RuleCompilation compiled = compile_rules(*laboratory.sources, pack.catalogues, changed);
    if (has_error(compiled.diagnostics) || !keeps_contracts(compiled.engine, changed))
      return Outlook::NoMutant;
    MutantRules rules(laboratory.resolver->rules(), compiled.engine, changed, deadline());
    return noticed(mutant, pack, rules) ? Outlook::Noticed : Outlook::Survived;
  }

  // What changes a declaration changes no decision; `tsg check` holds declarations against the guide.
  bool keeps_contracts(const RuleEngine& engine, const std::vector<std::string>& rules) const {
    return std::all_of(rules.begin(), rules.end(), [&](const std::string& rule) {
      const RuleContract* before = guide_.resolver->rules().contract(rule);
      const RuleContract* after = engine.contract(rule);
      return before != nullptr && after != nullptr && *before == *after;
    });
  }

  bool noticed(const Mutant& mutant, const Pack& pack, MutantRules& rules) const {
    const Guide& guide = *pack.guide(guide_.id);
    return std::any_of(mutant.scenarios.begin(), mutant.scenarios.end(), [&](std::size_t at) {
      const Scenario& scenario = guide_.scenarios[at];
      const FactsLoading& facts = guide_.facts->facts_of(scenario);
      const Resolution resolution =
          evaluate({pack, guide, facts.facts, scenario.answers, rules, Trace::Off, version()});
      return rules.broke() || differs(scenario, resolution, pack);
    });
  }

  static MutantRules::Clock::time_point deadline() { return MutantRules::Clock::now() + time_of_a_mutant; }

  TestedGuide& guide_;
  const RuleDependencies& dependencies_;
};

}  // namespace

void Mutation::add(TestedGuide& guide, const GuideRun& run, std::size_t jobs,
                   const MutationProgress& progress) {
  const RuleDependencies dependencies(*guide.resolver);
  const std::vector<Mutant> mutants = MutantMaker(guide, run, dependencies).run();
  const MutantTrial trial(guide, dependencies);
  std::vector<Laboratory> laboratories;
  for (std::size_t at = 0; at < std::max<std::size_t>(jobs, 1); ++at)
    laboratories.push_back(trial.laboratory());
  std::vector<Outlook> outlooks(mutants.size());
  std::atomic<std::size_t> tried = 0;
  share_work(laboratories, mutants.size(), [&](Laboratory& laboratory, std::size_t at) {
    outlooks[at] = trial.look(mutants[at], laboratory);
    progress(++tried, mutants.size());
  });
  for (std::size_t at = 0; at < mutants.size(); ++at) {
    if (outlooks[at] == Outlook::NoMutant) continue;
    const Mutant& mutant = mutants[at];
    auto& [place, fate] = fates_[{mutant.place.file, mutant.place.line, mutant.place.column, mutant.change}];
    place = mutant.place;
    fate.noticed = fate.noticed || outlooks[at] == Outlook::Noticed;
    fate.reached = fate.reached || !mutant.scenarios.empty();
  }
}

MutationScore Mutation::score() const {
  MutationScore score = {.all = fates_.size()};
  for (const auto& [name, known] : fates_) {
    const auto& [place, fate] = known;
    if (fate.noticed) {
      ++score.noticed;
    } else {
      score.survivors.push_back({std::get<3>(name), place, fate.reached});
    }
  }
  return score;
}

}  // namespace tsg
