// SPDX-License-Identifier: MIT
// answer, yes, no, unknown, not_applicable, finding, fact_path: how a rule says its verdict. A call makes a
// draft and gives a token for it; what decide returns is a token, so nothing is read from Lua after decide
// has ended.
#include <fmt/format.h>
#include <algorithm>
#include <lua.hpp>
#include <string>

#include "engine/lua/draft_token.h"
#include "engine/lua/fact_need.h"
#include "engine/lua/fact_view.h"
#include "engine/lua/frozen.h"
#include "engine/lua/library.h"
#include "engine/lua/stop.h"
#include "engine/lua/value_reader.h"
#include "engine/model/limits.h"
#include "engine/text/suggestion.h"
#include "engine/text/utf8.h"

namespace tsg::lua {

namespace {

// A token is a light userdata that no rule can make: the number of the run, and which of its drafts.
constexpr unsigned draft_bits = 20;
static_assert(limits::result_nodes < (1U << draft_bits));

void* token_of(const Run& run, std::size_t draft) {
  return reinterpret_cast<void*>(run.serial << draft_bits | (draft + 1));
}

Run& deciding_run(lua_State* lua, std::string_view function) {
  Run& run = host_of(lua).run;
  if (run.facts == nullptr)
    stop_error(lua, fmt::format("`{}` can be called only while decide runs", function));
  return run;
}

int push_token(lua_State* lua, Run& run, Draft draft) {
  spend_result(lua, draft.message.size() + draft.option.size());
  draft.line = rule_line(lua);
  run.drafts.push_back(std::move(draft));
  lua_pushlightuserdata(lua, token_of(run, run.drafts.size() - 1));
  return 1;
}

void check_option(lua_State* lua, const RuleContract& contract, const std::string& option) {
  if (std::find(contract.answers.begin(), contract.answers.end(), option) != contract.answers.end()) return;
  const auto nearest = nearest_name(option, contract.answers);
  stop_error(lua, fmt::format("answers `{:.100}`, {}{}", option, broken_contract::answers,
                              nearest ? fmt::format("; did you mean `{}`?", *nearest) : ""));
}

int say_answer(lua_State* lua, const std::string& option, int values) {
  Run& run = deciding_run(lua, "answer");
  check_option(lua, *run.contract, option);
  return push_token(lua, run,
                    {.kind = VerdictKind::Answer, .option = option, .values = read_values(lua, values)});
}

int say_answer_named(lua_State* lua) {
  if (lua_type(lua, 1) != LUA_TSTRING)
    stop_error(lua, "answer takes an option first: answer(\"yes\", { ... })");
  return say_answer(lua, with_replacements(string_argument(lua, 1)), 2);
}

int say_yes(lua_State* lua) {
  return say_answer(lua, "yes", 1);
}
int say_no(lua_State* lua) {
  return say_answer(lua, "no", 1);
}

Need read_need(lua_State* lua, const Facts& facts) {
  if (lua_type(lua, -1) != LUA_TSTRING) stop_error(lua, "needs are paths: strings, such as fact_path gives");
  const std::string path = with_replacements(string_argument(lua, -1));
  spend_result(lua, path.size());
  const NodeIndex node = facts.catalogue().find(path);
  if (node == no_node) {
    const auto nearest = nearest_name(path, prefixes_of(facts.catalogue()));
    stop_error(lua, fmt::format("needs `{:.200}`, which the catalogue does not declare{}", path,
                                nearest ? fmt::format("; did you mean `{}`?", *nearest) : ""));
  }
  return need_named(facts, node, path);
}

std::vector<Need> read_needs(lua_State* lua, const Facts& facts, const char* member) {
  std::vector<Need> needs;
  lua_pushstring(lua, member);
  if (lua_rawget(lua, -2) != LUA_TNIL) {
    const int list = lua_gettop(lua);
    const std::size_t length = list_length(lua, list);
    for (std::size_t i = 1; i <= length; ++i) {
      push_list_item(lua, list, static_cast<long long>(i));
      needs.push_back(read_need(lua, facts));
      lua_pop(lua, 1);
    }
  }
  lua_pop(lua, 1);
  return needs;
}

int say_unknown(lua_State* lua) {
  Run& run = deciding_run(lua, "unknown");
  if (!is_own_table(lua, 1)) stop_error(lua, "unknown takes a table: unknown { needs = { path } }");
  push_unfrozen(lua, 1);
  Draft draft{.kind = VerdictKind::Unknown};
  draft.needs = read_needs(lua, *run.facts, "needs");
  draft.any_of = read_needs(lua, *run.facts, "any_of");
  if (draft.needs.empty() && draft.any_of.empty()) {
    stop_error(lua, "unknown says nothing to gather: give it `needs` or `any_of`, with at least one path");
  }
  return push_token(lua, run, std::move(draft));
}

int say_not_applicable(lua_State* lua) {
  Run& run = deciding_run(lua, "not_applicable");
  if (lua_type(lua, 1) != LUA_TSTRING || string_argument(lua, 1).empty()) {
    stop_error(lua, "not_applicable takes its reason, a string");
  }
  return push_token(
      lua, run, {.kind = VerdictKind::NotApplicable, .message = with_replacements(string_argument(lua, 1))});
}

int add_finding(lua_State* lua) {
  Run& run = deciding_run(lua, "finding");
  if (lua_type(lua, 1) != LUA_TSTRING || string_argument(lua, 1).empty()) {
    stop_error(lua, "finding takes a subject first: a string that is not empty");
  }
  std::string subject = with_replacements(string_argument(lua, 1));
  spend_result(lua, subject.size());
  if (!run.subjects.insert(subject).second) {
    stop_error(lua, fmt::format("finding `{:.200}` was given twice: subjects are unique", subject));
  }
  std::vector<NamedValue> values = read_values(lua, 2);
  run.findings.push_back({.subject = std::move(subject), .values = std::move(values)});
  return 0;
}

std::string item_path(lua_State* lua, const FactView& view, const std::string& above) {
  if (type_of(lua, view) == FactType::List)
    return fmt::format("{}[{}]", above, luaL_checkinteger(lua, 2) - 1);
  return fmt::format("{}.{}", above, string_argument(lua, 2));
}

std::string member_path(lua_State* lua, const FactView& view, const std::string& above) {
  const Catalogue& catalogue = host_of(lua).run.facts->catalogue();
  const std::string_view name = string_argument(lua, 2);
  std::vector<std::string> known;
  for (const NodeIndex member : catalogue.node(view.node).members)
    known.push_back(catalogue.node(member).name);
  if (std::find(known.begin(), known.end(), name) == known.end()) {
    const auto nearest = nearest_name(name, known);
    stop_error(lua,
               fmt::format("the catalogue does not declare `{}{}{:.100}`{}", above, above.empty() ? "" : ".",
                           name, nearest ? fmt::format("; did you mean `{}`?", *nearest) : ""));
  }
  return above.empty() ? std::string(name) : fmt::format("{}.{}", above, name);
}

int fact_path(lua_State* lua) {
  deciding_run(lua, "fact_path");
  const FactView* view = fact_view_at(lua, 1);
  if (view == nullptr)
    stop_error(lua, "fact_path takes an object or a list of the facts, and a member's name");
  std::string path = path_of_view(lua, 1);
  if (!lua_isnoneornil(lua, 2)) {
    path =
        type_of(lua, *view) == FactType::Object ? member_path(lua, *view, path) : item_path(lua, *view, path);
  }
  push_string(lua, path);
  return 1;
}

}  // namespace

Draft* draft_at(lua_State* lua, int index) {
  if (lua_type(lua, index) != LUA_TLIGHTUSERDATA) return nullptr;
  Run& run = host_of(lua).run;
  const auto token = reinterpret_cast<std::uintptr_t>(lua_touserdata(lua, index));
  const std::size_t draft = token & ((1U << draft_bits) - 1);
  if (token >> draft_bits != run.serial || draft == 0 || draft > run.drafts.size()) return nullptr;
  return &run.drafts[draft - 1];
}

void add_verdict_functions(lua_State* lua) {
  const luaL_Reg functions[] = {{"answer", say_answer_named},
                                {"yes", say_yes},
                                {"no", say_no},
                                {"unknown", say_unknown},
                                {"not_applicable", say_not_applicable},
                                {"finding", add_finding},
                                {"fact_path", fact_path},
                                {nullptr, nullptr}};
  luaL_setfuncs(lua, functions, 0);
}

}  // namespace tsg::lua
