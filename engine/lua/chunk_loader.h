// SPDX-License-Identifier: MIT
// Compiles Lua files and answers `require`. A module is run once; what it returns is frozen and shared by all
// rules. One that would keep state (statelessness.h) is run anew in each run of a rule instead.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/lua/rule_library.h"
#include "engine/lua/run.h"

struct lua_State;

namespace tsg::lua {

// How Lua names a file in messages: "=pool-empty.lua", "=lib/topology.lua".
std::string chunk_name_of(const RuleSource& source);

class ChunkLoader final : public ModuleSource {
 public:
  // The environment of all chunks is at the top of the stack and is taken. Borrows all three.
  ChunkLoader(lua_State* lua, const RuleLibrary& library, Host& host);

  // Pushes the compiled main function of a file; stops the run when it does not compile.
  void push_main(const RuleSource& source);
  // Gives the main function at the top its environment again: a file may have assigned to it.
  void reset_environment();
  void push_module(const std::string& name) override;
  // Forgets what stateful modules gave to the run before. `root` is the file whose code runs first.
  void begin_run(const RuleSource& root);
  // What was wrong with a file or a `require` in this run, with its place.
  std::optional<Diagnostic> take_problem();

 private:
  enum class State : std::uint8_t { New, Loading, Shared, PerRun };
  struct Module {
    State state = State::New;
    int main = 0;   // references into the registry
    int value = 0;  // what it gave: of Shared for good, of PerRun for run `valid_in`
    std::uint64_t valid_in = 0;
    bool unproven = false;  // it, or a module it requires, may assign into tables that are not its own
  };
  class Loading;

  [[noreturn]] void stop_with(Diagnostic problem);
  const RuleSource& module_source(const std::string& name);
  [[noreturn]] void stop_cycle(const RuleSource& source, const std::string& name);
  void refuse_unproven();
  void run_module(const RuleSource& source, Module& module);
  Diagnostic require_problem(const Code& code, const std::string& name, std::string message,
                             std::string help) const;

  lua_State* lua_;
  const RuleLibrary& library_;
  Host& host_;
  int environment_ = 0;
  std::map<const RuleSource*, Module> modules_;
  std::vector<const RuleSource*> chain_;  // files that run, the innermost last
  std::optional<Diagnostic> problem_;
};

}  // namespace tsg::lua
