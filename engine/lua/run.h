// SPDX-License-Identifier: MIT
// One run of a rule, as the host functions see it: what it may read, what it said so far, and why it was
// stopped.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lua/evidence_recorder.h"
#include "engine/lua/pattern_cache.h"
#include "engine/lua/read_access.h"
#include "engine/lua/watchdog.h"
#include "engine/model/facts.h"
#include "engine/model/rule.h"

struct lua_State;

namespace tsg::lua {

class FactTables;
class LineRecorder;

// Why a run ended early. A stop cannot be caught by a rule's pcall.
enum class StopKind : std::uint8_t { None, Unknown, Error, Deadline, Memory };

struct Stop {
  StopKind kind = StopKind::None;
  std::string message = {};  // of Error
  Need need = {};            // of Unknown
  std::uint32_t line = 0;    // of the rule's file; 0 when not known
};

// What a call of `answer`, `unknown` or `not_applicable` said. It counts when decide returns its token.
struct Draft {
  VerdictKind kind = VerdictKind::Answer;
  std::string option = {};
  std::string message = {};
  std::vector<NamedValue> values = {};
  std::vector<Need> needs = {};
  std::vector<Need> any_of = {};
  std::uint32_t line = 0;
};

// Everything a rule says in one run is bounded together (limits::result_nodes, limits::result_bytes).
struct ResultBudget {
  std::size_t nodes = 0;
  std::size_t bytes = 0;
};

struct Run {
  const Facts* facts = nullptr;  // null while a chunk is loaded: no verdicts, no facts
  const RuleContract* contract = nullptr;
  const ReadAccess* access = nullptr;
  std::string_view chunk_name = {};      // how Lua names the rule's file
  EvidenceRecorder* evidence = nullptr;  // null: not traced
  const void* decide = nullptr;          // lua_topointer of the function that runs
  FactTables* tables = nullptr;          // null: facts are views
  bool views_made = false;               // there is a registry of this run's views
  bool unproven = false;     // a module that may assign into facts was required: run again with views
  std::uint64_t serial = 0;  // a facts view of another run is refused
  Stop stop = {};
  std::uint32_t error_line = 0;  // of the rule's file, where an error that nothing caught was raised
  std::vector<Draft> drafts = {};
  std::vector<Finding> findings = {};
  std::set<std::string, std::less<>> subjects = {};
  ResultBudget said = {};
};

// `require`: pushes what the module gives; on failure stops the run. `name` is "lib.<module>", of the domain
// of the file that asks, or "<domain>.<module>".
class ModuleSource {
 public:
  virtual ~ModuleSource() = default;
  virtual void push_module(const std::string& name) = 0;
};

// What the host functions of one Lua state share.
struct Host {
  Run run = {};
  Watchdog* watchdog = nullptr;
  ModuleSource* modules = nullptr;
  LineRecorder* lines = nullptr;  // null: nobody asks which lines run
  bool starved = false;           // a host function found no memory: the state is spent, and not by its rule
  PatternCache patterns = {};
  const void* prefix_sets = nullptr;  // lua_topointer of the metatables of net_set.h
  const void* port_sets = nullptr;
  const void* matchers = nullptr;
};

// The host of a state: kept in its extra space.
Host& host_of(lua_State* lua);
void set_host(lua_State* lua, Host& host);

}  // namespace tsg::lua
