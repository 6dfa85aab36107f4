// SPDX-License-Identifier: MIT
#include "engine/lua/machine.h"

#include <fmt/format.h>
#include <algorithm>
#include <new>
#include <optional>
#include <utility>

#include "engine/diagnostics/rule_codes.h"
#include "engine/diagnostics/source.h"
#include "engine/lua/draft_token.h"
#include "engine/lua/error_text.h"
#include "engine/lua/fact_view.h"
#include "engine/lua/frozen.h"
#include "engine/lua/library.h"
#include "engine/lua/line_recorder.h"
#include "engine/lua/lua_call.h"
#include "engine/lua/own_tables.h"
#include "engine/lua/sandbox.h"
#include "engine/lua/source_place.h"
#include "engine/lua/stop.h"
#include "engine/model/limits.h"

namespace tsg::lua {

int note_error_line(lua_State* lua) {
  Run& run = host_of(lua).run;
  if (run.stop.kind == StopKind::None) run.error_line = rule_line(lua);
  return 1;
}

// The deadline runs from here to the end of the scope.
class Machine::Watched {
 public:
  explicit Watched(Watchdog& watchdog) : watchdog_(watchdog) { watchdog_.begin_run(); }
  ~Watched() { watchdog_.end_run(); }
  Watched(const Watched&) = delete;
  Watched& operator=(const Watched&) = delete;

 private:
  Watchdog& watchdog_;
};

Machine::Machine(const RuleLibrary& library, Watchdog& watchdog, LineRecorder* lines)
    : lua_(lua_newstate(Heap::allocate, &heap_)), watchdog_(watchdog) {
  if (!lua_) throw std::bad_alloc();
  host_.watchdog = &watchdog_;
  host_.lines = lines;
  set_host(lua_.get(), host_);
  auto open = [&](lua_State* lua) {
    // What lives long, code and pooled tables, is small: collecting half as often costs little memory.
    constexpr int pause_percent = 400;
    lua_gc(lua, LUA_GCINC, pause_percent, 0, 0);
    open_sandbox(lua);
    loader_ = std::make_unique<ChunkLoader>(lua, library, host_);
  };
  if (protected_call(lua_.get(), open) != LUA_OK) throw std::bad_alloc();
  host_.modules = loader_.get();
  watchdog_.watch(lua_.get(), &heap_);
}

Machine::~Machine() {
  watchdog_.watch(nullptr, nullptr);
}

std::size_t Machine::peak_bytes() const {
  return peak_;
}

void Machine::start(const CompiledRule& rule) {
  std::vector<Draft> drafts = std::move(host_.run.drafts);
  drafts.clear();
  host_.run = Run{};
  host_.run.drafts = std::move(drafts);
  host_.run.serial = ++serial_;
  host_.run.contract = &rule.contract;
  host_.run.access = &rule.access;
  host_.run.chunk_name = rule.chunk_name;
  loader_->begin_run(*rule.source);
  if (host_.lines != nullptr) lua_sethook(lua_.get(), line_hook, LUA_MASKLINE, 0);
}

// Pushes the (unfrozen) table that the rule's file returns when it is run anew.
void Machine::push_rule_table(const CompiledRule& rule, int main) {
  lua_State* lua = lua_.get();
  lua_rawgeti(lua, LUA_REGISTRYINDEX, main);
  loader_->reset_environment();
  lua_call(lua, 0, 1);
  push_unfrozen(lua, -1);
  if (lua_type(lua, -1) != LUA_TTABLE) {
    stop_error(lua, fmt::format("`{}` does not return a table", rule.contract.name));
  }
  lua_remove(lua, -2);
}

// REQUIRES: runs inside a protected call
void Machine::load(const CompiledRule& rule, Loaded& loaded, ContractReading* reading) {
  lua_State* lua = lua_.get();
  loader_->push_main(*rule.source);
  loaded.proven = assignments_of(lua) == Assignments::OwnTables;
  loaded.main = luaL_ref(lua, LUA_REGISTRYINDEX);
  host_.run.unproven = false;
  push_rule_table(rule, loaded.main);
  loaded.proven = loaded.proven && !host_.run.unproven;
  if (reading != nullptr) *reading = read_contract(lua, *rule.source, *rule.catalogue);
  lua_pushliteral(lua, "decide");
  if (lua_rawget(lua, -2) != LUA_TFUNCTION) stop_error(lua, "the rule has no `decide` that is a function");
  if (freeze_reachable(lua) == Statefulness::Stateless) {
    loaded.decide = luaL_ref(lua, LUA_REGISTRYINDEX);
  }
}

RunEnd Machine::end_of(int status) {
  lua_State* lua = lua_.get();
  RunEnd end;
  Stop& stop = host_.run.stop;
  if (status == LUA_OK) return end;
  const bool raised = status == LUA_ERRRUN || status == LUA_ERRERR;
  if (!raised && stop.kind == StopKind::None) stop.kind = StopKind::Memory;
  if (stop.kind == StopKind::Deadline || stop.kind == StopKind::Memory || status != LUA_ERRRUN) spent_ = true;
  end.broke = true;
  end.error = error_text(lua, -1);
  lua_settop(lua, 0);
  return end;
}

Diagnostics Machine::compile(CompiledRule& rule) {
  rule.contract.name = rule.source->domain + "/" + rule.source->id;
  rule.contract.file = rule.source->file;
  rule.chunk_name = chunk_name_of(*rule.source);
  start(rule);
  heap_.allow(limits::lua_heap_bytes);
  ContractReading reading;
  Loaded loaded;
  auto body = [&](lua_State*) { load(rule, loaded, &reading); };
  int status = LUA_OK;
  {
    const Watched watched(watchdog_);
    status = protected_call(lua_.get(), body);
  }
  baseline_ = 0;
  const RunEnd end = end_of(status);
  if (end.broke) {
    if (auto problem = loader_->take_problem()) return {std::move(*problem)};
    const Source file(rule.source->file, rule.source->text);
    const bool stopped = host_.run.stop.kind != StopKind::None;
    const Verdict verdict = make_verdict(host_.run, end);
    const bool shape = stopped && host_.run.stop.kind == StopKind::Error && verdict.rule_line == 0;
    const ByteRange range = verdict.rule_line > 0 ? range_on_line(rule.source->text, verdict.rule_line, {})
                                                  : range_of_member(rule.source->text, "decide");
    reading.diagnostics.push_back(file.diagnose(
        shape ? codes::rule_without_decide : codes::rule_breaks, range, verdict.message,
        shape ? "return a table with `answers`, `reads` and `decide = function(facts, subject) ... end`"
              : "a rule's file is run once when it is loaded, without facts: keep what can fail inside "
                "decide"));
    return std::move(reading.diagnostics);
  }
  rule.contract = std::move(reading.contract);
  rule.access = std::move(reading.access);
  loaded_[rule.source] = std::move(loaded);
  return std::move(reading.diagnostics);
}

void Machine::push_decide(const CompiledRule& rule, const Loaded& loaded) {
  lua_State* lua = lua_.get();
  if (loaded.decide != 0) {
    lua_rawgeti(lua, LUA_REGISTRYINDEX, loaded.decide);
    return;
  }
  push_rule_table(rule, loaded.main);
  lua_pushliteral(lua, "decide");
  lua_rawget(lua, -2);
  lua_remove(lua, -2);
}

// Tables for a rule that cannot assign into them and is not traced; else views.
void Machine::choose_form(const CompiledRule& rule, const Loaded& loaded) {
  if (!loaded.proven || host_.run.evidence != nullptr) return;
  std::unique_ptr<FactTables>& tables = tables_[rule.catalogue];
  if (!tables) tables = std::make_unique<FactTables>(lua_.get(), *rule.catalogue);
  tables->begin(*host_.run.facts);
  host_.run.tables = tables.get();
}

RunEnd Machine::decide(const CompiledRule& rule, std::string_view subject) {
  const Facts* facts = std::exchange(host_.run.facts, nullptr);
  RunEnd result;
  auto body = [&](lua_State* lua) {
    auto known = loaded_.find(rule.source);
    if (known == loaded_.end()) {
      Loaded made;
      load(rule, made, nullptr);
      known = loaded_.emplace(rule.source, std::move(made)).first;
    }
    Loaded& loaded = known->second;
    push_decide(rule, loaded);
    host_.run.decide = lua_topointer(lua, -1);
    host_.run.facts = facts;
    choose_form(rule, loaded);
    push_facts(lua, loaded.root);
    if (subject.empty()) {
      lua_pushnil(lua);
    } else {
      push_string(lua, subject);
    }
    lua_call(lua, 2, 1);
    result.draft = draft_at(lua, -1);
    if (result.draft == nullptr) result.returned = kind_of(lua, -1);
  };
  const RunEnd broken = end_of(protected_call(lua_.get(), body));
  return broken.broke ? broken : result;
}

RunEnd Machine::run_once(const CompiledRule& rule, const Facts& facts, std::string_view subject,
                         EvidenceRecorder* evidence) {
  start(rule);
  host_.run.facts = &facts;
  host_.run.evidence = evidence;
  const Watched watched(watchdog_);
  return decide(rule, subject);
}

Verdict Machine::run(const CompiledRule& rule, const Facts& facts, std::string_view subject, Trace trace) {
  if (baseline_ == 0) {
    lua_gc(lua_.get(), LUA_GCCOLLECT);
    baseline_ = heap_.used();
  }
  heap_.allow_over(baseline_, limits::lua_heap_bytes);
  std::optional<EvidenceRecorder> recorder;
  if (trace == Trace::On) recorder.emplace(facts);
  EvidenceRecorder* const evidence = recorder ? &*recorder : nullptr;
  RunEnd end = run_once(rule, facts, subject, evidence);
  if (host_.run.unproven && host_.run.tables != nullptr) {
    loaded_[rule.source].proven = false;
    end = run_once(rule, facts, subject, evidence);
  }
  Verdict verdict = make_verdict(host_.run, end);
  if (recorder) verdict.evidence = recorder->take();
  host_.run.facts = nullptr;
  peak_ = std::max(peak_, heap_.peak() - std::min(heap_.peak(), baseline_));
  return verdict;
}

}  // namespace tsg::lua
