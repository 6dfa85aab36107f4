// SPDX-License-Identifier: MIT
// The face of the lua room: compiles rules, holds them to their contracts and runs them over facts.
//
//   auto [engine, diagnostics] = compile_rules(pack.rules, pack.catalogues,
//   {{"application-gateway/pool-empty"}}); Verdict verdict = engine.run("application-gateway/pool-empty",
//   facts, "", Trace::On);
//
// What a rule can do is in docs/rule-format.md. It cannot: reach anything outside its arguments, change a
// library, a fact or another rule, keep anything for the next document, or run longer and take more memory
// than limits.h says.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/rule.h"
#include "engine/model/rule_lines.h"

namespace tsg {

// One Lua state, and a watchdog thread from the first run on. Belongs to one thread: make one engine for
// each.
class RuleEngine final : public RuleRunner {
 public:
  RuleEngine(RuleEngine&&) noexcept;
  RuleEngine& operator=(RuleEngine&&) noexcept;
  ~RuleEngine() override;

  // `facts` were made from the catalogue of the rule's domain. A limit exceeded is an Error and costs a new
  // state.
  Verdict run(std::string_view rule, const Facts& facts, std::string_view subject, Trace trace) override;
  const RuleContract* contract(std::string_view rule) const override;
  // The most bytes a run took over what the loaded code takes, so far: at most limits::lua_heap_bytes.
  std::size_t peak_bytes() const;

 private:
  struct State;
  explicit RuleEngine(std::unique_ptr<State> state);
  friend struct RuleCompiler;

  std::unique_ptr<State> state_;
};

struct RuleCompilation {
  RuleEngine engine;  // has the rules without an error
  Diagnostics diagnostics = {};
};

// Compiles the wanted rules ("domain/id") and the modules they require; all rules when `wanted` is empty.
// `sources` and `catalogues` are borrowed and must outlive the engine; so must `lines`, which is told what
// runs, at the cost of a hook, where it is given.
RuleCompilation compile_rules(std::span<const RuleSource> sources, std::span<const Catalogue> catalogues,
                              std::span<const std::string> wanted, RuleLines* lines = nullptr);

}  // namespace tsg
