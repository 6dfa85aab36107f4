// SPDX-License-Identifier: MIT
#include "engine/lua/rule_engine.h"

#include <fmt/format.h>
#include <algorithm>
#include <exception>
#include <new>
#include <optional>

#include "engine/diagnostics/rule_codes.h"
#include "engine/lua/error_text.h"
#include "engine/lua/line_recorder.h"
#include "engine/lua/machine.h"
#include "engine/lua/stop.h"
#include "engine/text/suggestion.h"

namespace tsg {

struct RuleEngine::State {
  State(std::span<const RuleSource> sources, std::span<const Catalogue> catalogues, RuleLines* lines)
      : library(sources, catalogues) {
    if (lines != nullptr) recorder.emplace(*lines);
  }

  lua::Machine& ready_machine() {
    if (machine && machine->spent()) retire();
    if (!machine)
      machine = std::make_unique<lua::Machine>(library, watchdog, recorder ? &*recorder : nullptr);
    return *machine;
  }

  // What a state says that found no memory on the host is not the rule's doing: throws std::bad_alloc.
  void require_fed() const {
    if (machine->starved()) throw std::bad_alloc();
  }

  void retire() {
    if (machine) peak_bytes = std::max(peak_bytes, machine->peak_bytes());
    machine.reset();
  }

  lua::RuleLibrary library;
  lua::Watchdog watchdog{lua::deadline_hook};
  std::optional<lua::LineRecorder> recorder;
  std::unique_ptr<lua::Machine> machine;
  std::map<std::string, lua::CompiledRule, std::less<>> rules;
  std::size_t peak_bytes = 0;
};

RuleEngine::RuleEngine(std::unique_ptr<State> state) : state_(std::move(state)) {}
RuleEngine::RuleEngine(RuleEngine&&) noexcept = default;
RuleEngine& RuleEngine::operator=(RuleEngine&&) noexcept = default;
RuleEngine::~RuleEngine() = default;

const RuleContract* RuleEngine::contract(std::string_view rule) const {
  const auto found = state_->rules.find(rule);
  return found == state_->rules.end() ? nullptr : &found->second.contract;
}

std::size_t RuleEngine::peak_bytes() const {
  return state_->machine ? std::max(state_->peak_bytes, state_->machine->peak_bytes()) : state_->peak_bytes;
}

Verdict RuleEngine::run(std::string_view rule, const Facts& facts, std::string_view subject, Trace trace) {
  const auto found = state_->rules.find(rule);
  if (found == state_->rules.end()) {
    RuleContract unknown;
    unknown.name = rule;
    return lua::error_verdict(unknown, fmt::format("the rule `{}` was not compiled", lua::one_line(rule)), 0);
  }
  const lua::CompiledRule& compiled = found->second;
  const bool same = &facts.catalogue() == compiled.catalogue || facts.catalogue() == *compiled.catalogue;
  if (!same) {
    return lua::error_verdict(compiled.contract, "the facts were read with the catalogue of another domain",
                              0);
  }
  try {
    Verdict verdict = state_->ready_machine().run(compiled, facts, subject, trace);
    state_->require_fed();
    return verdict;
  } catch (const std::bad_alloc&) {
    state_->retire();
    throw;
  } catch (const std::exception& failure) {
    state_->retire();
    return lua::error_verdict(compiled.contract, fmt::format("the machine failed: {}", failure.what()), 0);
  }
}

// Compiles one rule after the other into one engine.
struct RuleCompiler {
  RuleCompilation compile(std::span<const RuleSource> sources, std::span<const Catalogue> catalogues,
                          std::span<const std::string> wanted, RuleLines* lines) {
    auto state = std::make_unique<RuleEngine::State>(sources, catalogues, lines);
    std::vector<std::string> names(wanted.begin(), wanted.end());
    if (names.empty()) names = state->library.rule_names();
    for (const std::string& name : names) {
      if (state->rules.count(name) == 0) compile_rule(*state, name);
    }
    return {.engine = RuleEngine(std::move(state)), .diagnostics = std::move(diagnostics)};
  }

  void compile_rule(RuleEngine::State& state, const std::string& name) {
    lua::CompiledRule rule;
    rule.source = state.library.rule(name);
    if (rule.source == nullptr) return report_unknown(state, name);
    rule.catalogue = state.library.catalogue(rule.source->domain);
    if (rule.catalogue == nullptr) return report_without_catalogue(*rule.source);
    const auto& kept = state.rules.emplace(name, std::move(rule)).first;
    const Diagnostics found = compile_in_machine(state, kept->second);
    if (has_error(found)) state.rules.erase(kept);
    for (const Diagnostic& each : found) {
      const bool known = std::find(diagnostics.begin(), diagnostics.end(), each) != diagnostics.end();
      if (!known) diagnostics.push_back(each);
    }
  }

  Diagnostics compile_in_machine(RuleEngine::State& state, lua::CompiledRule& rule) {
    try {
      Diagnostics diagnostics_of_rule = state.ready_machine().compile(rule);
      state.require_fed();
      return diagnostics_of_rule;
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception& failure) {
      state.retire();
      return {make_diagnostic(codes::rule_breaks, {.file = rule.source->file},
                              fmt::format("the machine failed: {}", failure.what()),
                              "try again with more memory")};
    }
  }

  void report_unknown(const RuleEngine::State& state, const std::string& name) {
    const auto nearest = nearest_name(name, state.library.rule_names());
    diagnostics.push_back(
        make_diagnostic(codes::rule_unknown, {}, fmt::format("there is no rule `{}`", lua::one_line(name)),
                        nearest ? fmt::format("did you mean `{}`?", *nearest)
                                : "rules are `rules/<domain>/<rule>.lua`, named `<domain>/<rule>`"));
  }

  void report_without_catalogue(const RuleSource& source) {
    diagnostics.push_back(make_diagnostic(
        codes::rule_without_catalogue, {.file = source.file},
        fmt::format("the domain `{}` has no catalogue", source.domain),
        fmt::format("declare the facts its rules read in `rules/{}/facts.toml`", source.domain)));
  }

  Diagnostics diagnostics = {};
};

RuleCompilation compile_rules(std::span<const RuleSource> sources, std::span<const Catalogue> catalogues,
                              std::span<const std::string> wanted, RuleLines* lines) {
  return RuleCompiler().compile(sources, catalogues, wanted, lines);
}

}  // namespace tsg
