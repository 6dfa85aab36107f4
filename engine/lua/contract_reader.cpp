// SPDX-License-Identifier: MIT
#include "engine/lua/contract_reader.h"

#include <fmt/format.h>
#include <algorithm>
#include <lua.hpp>
#include <optional>

#include "engine/diagnostics/rule_codes.h"
#include "engine/diagnostics/source.h"
#include "engine/lua/error_text.h"
#include "engine/lua/frozen.h"
#include "engine/lua/source_place.h"
#include "engine/text/ascii.h"
#include "engine/text/suggestion.h"

namespace tsg::lua {

namespace {

const std::vector<std::string> known_members = {"answers", "reads", "provides", "lowers", "decide"};

bool is_id(std::string_view text) {
  if (text.empty() || text.front() == '-') return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || ascii_digit(c) || c == '-'; });
}

std::string raw_text(lua_State* lua, int index) {
  std::size_t size = 0;
  const char* text = lua_tolstring(lua, index, &size);
  return {text, size};
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& known,
                         std::string otherwise) {
  const auto nearest = nearest_name(name, known);
  return nearest ? fmt::format("did you mean `{}`?", *nearest) : std::move(otherwise);
}

class ContractReader {
 public:
  ContractReader(lua_State* lua, const RuleSource& rule, const Catalogue& catalogue)
      : lua_(lua), rule_(rule), catalogue_(catalogue), source_(rule.file, rule.text) {
    push_unfrozen(lua_, -1);
    table_ = lua_gettop(lua_);
  }

  ContractReading read() {
    reading_.contract.name = rule_.domain + "/" + rule_.id;
    reading_.contract.file = rule_.file;
    reading_.access.resize(catalogue_.nodes.size(), Access::Outside);
    read_answers();
    read_reads();
    read_provides();
    read_lowers();
    check_members();
    reading_.contract.data_class = highest_class(reading_.access, catalogue_);
    lua_settop(lua_, table_ - 1);
    return std::move(reading_);
  }

 private:
  void report(const Code& code, ByteRange range, std::string message, std::string help) {
    reading_.diagnostics.push_back(source_.diagnose(code, range, std::move(message), std::move(help)));
  }

  void report_member(std::string_view member, std::string_view seen, std::string help) {
    report(codes::rule_member, range_of_member(rule_.text, member), fmt::format("`{}` {}", member, seen),
           std::move(help));
  }

  // Pushes a member's real table; false (and a message when it is needed or of another kind) when there is
  // none.
  bool push_member_table(const char* member, std::string_view help) {
    lua_pushstring(lua_, member);
    const int type = lua_rawget(lua_, table_);
    if (type == LUA_TTABLE) {
      push_unfrozen(lua_, -1);
      lua_remove(lua_, -2);
      return true;
    }
    if (type != LUA_TNIL)
      report_member(member, fmt::format("is a {}", lua_typename(lua_, type)), std::string(help));
    lua_pop(lua_, 1);
    return false;
  }

  // The strings of the list at the top of the stack.
  std::vector<std::string> read_strings(const char* member, std::string_view help) {
    std::vector<std::string> strings;
    const std::size_t length = lua_rawlen(lua_, -1);
    std::size_t keys = 0;
    lua_pushnil(lua_);
    for (; lua_next(lua_, -2) != 0; lua_pop(lua_, 1)) ++keys;
    if (keys != length)
      report_member(member, "is a table with names where a list is expected", std::string(help));
    for (std::size_t i = 1; i <= length; ++i) {
      if (lua_rawgeti(lua_, -1, static_cast<lua_Integer>(i)) == LUA_TSTRING) {
        strings.push_back(raw_text(lua_, -1));
      } else {
        report_member(member, fmt::format("has a {} among its strings", luaL_typename(lua_, -1)),
                      std::string(help));
      }
      lua_pop(lua_, 1);
    }
    return strings;
  }

  void read_answers() {
    constexpr std::string_view help = "write `answers = { \"yes\", \"no\" }`";
    if (!push_member_table("answers", help)) return missing("answers", help);
    reading_.contract.answers = read_strings("answers", help);
    lua_pop(lua_, 1);
    if (reading_.contract.answers.empty()) report_member("answers", "is empty", std::string(help));
    for (const std::string& answer : reading_.contract.answers) {
      if (is_id(answer)) continue;
      report(codes::rule_answer_id, range_of_literal(rule_.text, "answers", answer),
             fmt::format("the answer `{}` is no id", one_line(answer)),
             "ids hold `a` to `z`, digits and hyphens, and do not begin with a hyphen");
    }
  }

  void missing(const char* member, std::string_view help) {
    lua_pushstring(lua_, member);
    if (lua_rawget(lua_, table_) == LUA_TNIL) {
      report(codes::rule_member, range_of_member(rule_.text, "decide"),
             fmt::format("the rule has no `{}`", member), std::string(help));
    }
    lua_pop(lua_, 1);
  }

  void read_reads() {
    constexpr std::string_view help =
        "write the fact paths the rule may read: `reads = { \"applicationGateway.sku\" }`";
    if (!push_member_table("reads", help)) return missing("reads", help);
    reading_.contract.reads = read_strings("reads", help);
    lua_pop(lua_, 1);
    for (const std::string& prefix : reading_.contract.reads) {
      const NodeIndex node = node_of_prefix(catalogue_, prefix);
      if (node != no_node) {
        allow(reading_.access, catalogue_, node);
        continue;
      }
      report(codes::rule_reads_unknown, range_of_literal(rule_.text, "reads", prefix),
             fmt::format("`reads` names `{}`, which the catalogue does not have", one_line(prefix)),
             did_you_mean(prefix, prefixes_of(catalogue_),
                          fmt::format("declare it in `{}`, or correct the path", catalogue_.file)));
    }
  }

  void read_provides() {
    constexpr std::string_view help = "write `provides = { yes = { \"GatewayName\" } }`";
    if (!push_member_table("provides", help)) return;
    lua_pushnil(lua_);
    while (lua_next(lua_, -2) != 0) {
      read_provided_answer(help);
      lua_pop(lua_, 1);
    }
    lua_pop(lua_, 1);
  }

  // The key below the top is an answer, the value at the top its list.
  void read_provided_answer(std::string_view help) {
    if (lua_type(lua_, -2) != LUA_TSTRING || lua_type(lua_, -1) != LUA_TTABLE) {
      report_member("provides", "is not a table of answers, each with a list of names", std::string(help));
      return;
    }
    const std::string answer = raw_text(lua_, -2);
    push_unfrozen(lua_, -1);
    reading_.contract.provides[answer] = read_strings("provides", help);
    lua_pop(lua_, 1);
    const auto& answers = reading_.contract.answers;
    if (std::find(answers.begin(), answers.end(), answer) != answers.end()) return;
    report(codes::rule_provides_unknown, range_of_member(rule_.text, answer),
           fmt::format("`provides` speaks of `{}`, which is not among `answers`", one_line(answer)),
           did_you_mean(answer, answers, "add it to `answers`, or remove it here"));
  }

  void read_lowers() {
    constexpr std::string_view help =
        "write each value with the reason: `lowers = { GatewayName = \"the customer chose it\" }`";
    if (!push_member_table("lowers", help)) return;
    lua_pushnil(lua_);
    while (lua_next(lua_, -2) != 0) {
      const bool well_formed = lua_type(lua_, -2) == LUA_TSTRING && lua_type(lua_, -1) == LUA_TSTRING;
      if (well_formed && !ascii_trimmed(raw_text(lua_, -1)).empty()) {
        reading_.contract.lowered[raw_text(lua_, -2)] = raw_text(lua_, -1);
      } else {
        report_member("lowers", "has a value without a written reason", std::string(help));
      }
      lua_pop(lua_, 1);
    }
    lua_pop(lua_, 1);
  }

  void check_members() {
    std::vector<std::string> unknown;
    lua_pushnil(lua_);
    for (; lua_next(lua_, table_) != 0; lua_pop(lua_, 1)) {
      const std::string member = lua_type(lua_, -2) == LUA_TSTRING
                                     ? raw_text(lua_, -2)
                                     : "[" + std::string(luaL_typename(lua_, -2)) + "]";
      const bool known = std::find(known_members.begin(), known_members.end(), member) != known_members.end();
      if (!known) unknown.push_back(member);
    }
    std::sort(unknown.begin(), unknown.end());
    for (const std::string& member : unknown) {
      report(codes::rule_unknown_member, range_of_member(rule_.text, member),
             fmt::format("the rule's table has `{}`, which nobody reads", one_line(member)),
             did_you_mean(member, known_members,
                          "keep what the rule needs for itself in a `local` above the table"));
    }
  }

  lua_State* lua_;
  const RuleSource& rule_;
  const Catalogue& catalogue_;
  Source source_;
  int table_ = 0;
  ContractReading reading_;
};

}  // namespace

ContractReading read_contract(lua_State* lua, const RuleSource& source, const Catalogue& catalogue) {
  return ContractReader(lua, source, catalogue).read();
}

}  // namespace tsg::lua
