// SPDX-License-Identifier: MIT
#include "engine/lua/chunk_loader.h"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <lua.hpp>
#include <utility>

#include "engine/diagnostics/rule_codes.h"
#include "engine/diagnostics/source.h"
#include "engine/lua/error_text.h"
#include "engine/lua/line_recorder.h"
#include "engine/lua/miscompilation.h"
#include "engine/lua/own_tables.h"
#include "engine/lua/source_place.h"
#include "engine/lua/statelessness.h"
#include "engine/lua/stop.h"
#include "engine/model/limits.h"
#include "engine/text/suggestion.h"

namespace tsg::lua {

namespace {

// "pool-empty.lua:12: unexpected symbol" -> 12 and the words after it.
struct LineMessage {
  std::uint32_t line = 0;
  std::string words = {};
};

LineMessage line_message(std::string_view message, std::string_view chunk) {
  const std::string start = std::string(chunk.substr(1)) + ":";
  if (!message.starts_with(start)) return {.line = 0, .words = std::string(message)};
  std::uint32_t line = 0;
  const char* end = message.data() + message.size();
  const auto [rest, error] = std::from_chars(message.data() + start.size(), end, line);
  if (error != std::errc() || end - rest < 2) return {.line = 0, .words = std::string(message)};
  return {.line = line, .words = std::string(rest + 2, end)};
}

Diagnostic syntax_problem(const RuleSource& source, std::string_view message) {
  const Source file(source.file, source.text);
  const LineMessage said = line_message(message, chunk_name_of(source));
  return file.diagnose(codes::rule_syntax, range_on_line(source.text, said.line, said.words),
                       fmt::format("does not compile: {}", said.words),
                       "mend the Lua there, or just before it; nothing of this file can run until then");
}

Diagnostic size_problem(const RuleSource& source) {
  const Source file(source.file, source.text);
  return file.diagnose(
      codes::rule_too_large, {0, 0},
      fmt::format("the file has {} bytes, at most {} are read", source.text.size(), limits::rule_bytes),
      "move data into facts, or split the file into modules");
}

Diagnostic miscompiled_problem(const RuleSource& source, std::uint32_t line) {
  const Source file(source.file, source.text);
  return file.diagnose(
      codes::rule_miscompiled, range_on_line(source.text, line, {}),
      "Lua 5.4.4 compiles a comparison as an index, `t[a < b]`, wrongly where `t` is a variable from "
      "outside of the function: it would read another table",
      "keep the comparison in a local first: `local less = a < b`, then `t[less]`");
}

}  // namespace

std::string chunk_name_of(const RuleSource& source) {
  std::string name = source.id;
  if (source.is_module) std::replace(name.begin(), name.end(), '.', '/');
  return "=" + name + ".lua";
}

// While a module's file runs there are no facts and no verdicts, whoever required it.
class ChunkLoader::Loading {
 public:
  Loading(ChunkLoader& loader, const RuleSource& source, Module& module)
      : loader_(loader), module_(module), before_(module.state), facts_(loader.host_.run.facts) {
    module_.state = State::Loading;
    loader_.chain_.push_back(&source);
    loader_.host_.run.facts = nullptr;
  }
  ~Loading() {
    if (module_.state == State::Loading) module_.state = before_;
    loader_.chain_.pop_back();
    loader_.host_.run.facts = facts_;
  }
  Loading(const Loading&) = delete;
  Loading& operator=(const Loading&) = delete;

 private:
  ChunkLoader& loader_;
  Module& module_;
  State before_;
  const Facts* facts_;
};

ChunkLoader::ChunkLoader(lua_State* lua, const RuleLibrary& library, Host& host)
    : lua_(lua), library_(library), host_(host), environment_(luaL_ref(lua, LUA_REGISTRYINDEX)) {}

void ChunkLoader::begin_run(const RuleSource& root) {
  chain_.assign(1, &root);
  problem_.reset();
}

std::optional<Diagnostic> ChunkLoader::take_problem() {
  return std::exchange(problem_, std::nullopt);
}

void ChunkLoader::stop_with(Diagnostic problem) {
  std::string message = problem.message;
  if (!problem_) problem_ = std::move(problem);
  stop_error(lua_, std::move(message));
}

void ChunkLoader::push_main(const RuleSource& source) {
  if (source.text.size() > limits::rule_bytes) stop_with(size_problem(source));
  std::string_view text = source.text;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::string name = host_.lines == nullptr ? chunk_name_of(source) : LineRecorder::name_of(source);
  const int status = luaL_loadbufferx(lua_, text.data(), text.size(), name.c_str(), "t");
  if (status == LUA_ERRSYNTAX || status == LUA_ERRRUN)
    stop_with(syntax_problem(source, error_text(lua_, -1)));
  if (status != LUA_OK) lua_error(lua_);
  if (const auto line = miscompiled_line(lua_)) stop_with(miscompiled_problem(source, *line));
  if (host_.lines != nullptr) host_.lines->declare(lua_, source);
  reset_environment();
}

void ChunkLoader::reset_environment() {
  lua_rawgeti(lua_, LUA_REGISTRYINDEX, environment_);
  lua_setupvalue(lua_, -2, 1);
}

Diagnostic ChunkLoader::require_problem(const Code& code, const std::string& name, std::string message,
                                        std::string help) const {
  const RuleSource& asking = *chain_.back();
  const Source file(asking.file, asking.text);
  return file.diagnose(code, range_of_literal(asking.text, {}, name), std::move(message), std::move(help));
}

const RuleSource& ChunkLoader::module_source(const std::string& name) {
  const std::string& domain = chain_.back()->domain;
  const RuleSource* source = library_.module(name, domain);
  if (source != nullptr) return *source;
  const auto nearest = nearest_name(name, library_.module_names(domain));
  const std::string help =
      nearest ? fmt::format("did you mean `{}`?", *nearest)
              : fmt::format(
                    "`lib.<module>` is `rules/{}/lib/<module>.lua`, `<domain>.<module>` that of another "
                    "domain",
                    domain);
  stop_with(require_problem(codes::module_unknown, name,
                            fmt::format("requires the module `{}`, which does not exist", one_line(name)),
                            help));
}

void ChunkLoader::stop_cycle(const RuleSource& source, const std::string& name) {
  const auto begin = std::find(chain_.begin(), chain_.end(), &source);
  std::string circle;
  const std::string& domain = chain_.front()->domain;
  for (auto each = begin; each != chain_.end(); ++each) {
    circle += fmt::format("`{}` -> ", module_name(**each, domain));
  }
  stop_with(require_problem(
      codes::module_cycle, name,
      fmt::format("modules require one another in a circle: {}`{}`", circle, module_name(source, domain)),
      "move what both need into a third module"));
}

void ChunkLoader::push_module(const std::string& name) {
  luaL_checkstack(lua_, 20, nullptr);
  const RuleSource& source = module_source(name);
  Module& module = modules_[&source];
  if (module.state == State::Loading) stop_cycle(source, name);
  const bool valid =
      module.state == State::Shared || (module.state == State::PerRun && module.valid_in == host_.run.serial);
  if (!valid) run_module(source, module);
  if (module.unproven) refuse_unproven();
  lua_rawgeti(lua_, LUA_REGISTRYINDEX, module.value);
}

// The functions of this module may not be handed tables of facts.
void ChunkLoader::refuse_unproven() {
  host_.run.unproven = true;
  if (host_.run.tables != nullptr) raise_stop(lua_);
}

void ChunkLoader::run_module(const RuleSource& source, Module& module) {
  const bool first = module.state == State::New;
  const Loading loading(*this, source, module);
  const bool unproven_before = std::exchange(host_.run.unproven, false);
  if (first && module.main == 0) {
    push_main(source);
    module.unproven = assignments_of(lua_) == Assignments::Anywhere;
    module.main = luaL_ref(lua_, LUA_REGISTRYINDEX);
  }
  lua_rawgeti(lua_, LUA_REGISTRYINDEX, module.main);
  reset_environment();
  lua_call(lua_, 0, 1);
  Statefulness kind = first ? freeze_reachable(lua_) : Statefulness::Stateful;
  if (first && kind == Statefulness::Stateful) {
    lua_pop(lua_, 1);
    lua_rawgeti(lua_, LUA_REGISTRYINDEX, module.main);
    reset_environment();
    lua_call(lua_, 0, 1);
  }
  if (module.value == 0) {
    module.value = luaL_ref(lua_, LUA_REGISTRYINDEX);
  } else {
    lua_rawseti(lua_, LUA_REGISTRYINDEX, module.value);
  }
  module.state = kind == Statefulness::Stateless ? State::Shared : State::PerRun;
  module.valid_in = host_.run.serial;
  module.unproven = module.unproven || host_.run.unproven;
  host_.run.unproven = unproven_before;
}

}  // namespace tsg::lua
