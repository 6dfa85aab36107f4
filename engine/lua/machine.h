// SPDX-License-Identifier: MIT
// One Lua state with the rules that were loaded into it. It is thrown away after a kill or a refused
// allocation.
#pragma once

#include <lua.hpp>
#include <map>
#include <memory>
#include <string>

#include "engine/lua/chunk_loader.h"
#include "engine/lua/contract_reader.h"
#include "engine/lua/fact_tables.h"
#include "engine/lua/heap.h"
#include "engine/lua/run.h"
#include "engine/lua/statelessness.h"
#include "engine/lua/verdict_maker.h"

namespace tsg::lua {

// What is known of a rule for as long as the engine lives, whatever happens to the state.
struct CompiledRule {
  const RuleSource* source = nullptr;
  const Catalogue* catalogue = nullptr;
  RuleContract contract = {};
  ReadAccess access = {};
  std::string chunk_name = {};  // how Lua names its file
};

class Machine {
 public:
  // Borrows all. Throws std::bad_alloc when there is no memory for a state.
  Machine(const RuleLibrary& library, Watchdog& watchdog, LineRecorder* lines);
  ~Machine();
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  // Loads a rule for the first time: fills `rule` and gives what is wrong with it.
  Diagnostics compile(CompiledRule& rule);
  // REQUIRES: `rule` was compiled without an error, by this machine or one before it
  Verdict run(const CompiledRule& rule, const Facts& facts, std::string_view subject, Trace trace);

  // A limit was exceeded: nothing that happened in this state is to be trusted.
  bool spent() const { return spent_; }
  // It is spent because the host, not the rule's share, had no more memory.
  bool starved() const { return spent_ && (host_.starved || heap_.starved()); }
  // The most bytes any run took over what the loaded code takes.
  std::size_t peak_bytes() const;

 private:
  struct Close {
    void operator()(lua_State* lua) const { lua_close(lua); }
  };
  struct Loaded {
    int main = 0;         // references into the registry
    int decide = 0;       // of a stateless rule
    bool proven = false;  // it may be handed tables of facts
    FactRoot root = {};
  };
  class Watched;

  void push_rule_table(const CompiledRule& rule, int main);
  void load(const CompiledRule& rule, Loaded& loaded, ContractReading* reading);
  void push_decide(const CompiledRule& rule, const Loaded& loaded);
  void choose_form(const CompiledRule& rule, const Loaded& loaded);
  RunEnd decide(const CompiledRule& rule, std::string_view subject);
  RunEnd run_once(const CompiledRule& rule, const Facts& facts, std::string_view subject,
                  EvidenceRecorder* evidence);
  RunEnd end_of(int status);
  void start(const CompiledRule& rule);

  Heap heap_;
  Host host_;
  std::unique_ptr<lua_State, Close> lua_;
  std::unique_ptr<ChunkLoader> loader_;
  Watchdog& watchdog_;
  std::map<const RuleSource*, Loaded> loaded_;
  std::map<const Catalogue*, std::unique_ptr<FactTables>> tables_;
  std::uint64_t serial_ = 0;
  std::size_t baseline_ = 0;  // bytes of loaded code; 0 when something was loaded since it was measured
  std::size_t peak_ = 0;
  bool spent_ = false;
};

}  // namespace tsg::lua
