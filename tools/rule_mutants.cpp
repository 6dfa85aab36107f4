// SPDX-License-Identifier: MIT
#include "tools/rule_mutants.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "engine/text/ascii.h"
#include "tools/lua_tokens.h"

namespace tsg {

namespace {

using Change = std::pair<std::string_view, std::string_view>;

// The opposite of each comparison, then its neighbour at the limit.
constexpr std::array<Change, 12> symbol_changes = {{{"==", "~="},
                                                    {"~=", "=="},
                                                    {"<", ">="},
                                                    {"<", "<="},
                                                    {"<=", ">"},
                                                    {"<=", "<"},
                                                    {">", "<="},
                                                    {">", ">="},
                                                    {">=", "<"},
                                                    {">=", ">"},
                                                    {"+", "-"},
                                                    {"-", "+"}}};
constexpr std::array<Change, 2> word_changes = {{{"true", "false"}, {"false", "true"}}};

bool is_any(const LuaToken& token, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&token](std::string_view word) { return token.is(word); });
}

bool opens(const LuaToken& token) {
  return is_any(token, {"(", "{", "["});
}
bool closes(const LuaToken& token) {
  return is_any(token, {")", "}", "]"});
}

// An expression may end with this token.
bool ends_operand(const LuaToken& token) {
  if (token.kind == LuaTokenKind::Keyword) return is_any(token, {"nil", "true", "false", "end"});
  return token.kind != LuaTokenKind::Symbol || closes(token) || token.is("...");
}

// No expression goes on over this token, unless it stands in brackets or in a function.
bool bounds_expression(const LuaToken& token) {
  return is_any(token, {",", ";", "=", "return", "if", "elseif", "else", "while", "until", "then", "do", "in",
                        "end", "local", "for", "repeat", "break", "goto", "::"});
}

class RuleMutator {
 public:
  RuleMutator(std::string_view source, const AnswerSwaps& swaps)
      : source_(source), swaps_(swaps), tokens_(lua_tokens(source)) {}

  std::vector<RuleMutant> run() {
    for (at_ = 0; at_ < tokens_.size(); ++at_) {
      follow_declaration();
      if (!declares()) change_token();
    }
    return std::move(mutants_);
  }

 private:
  const LuaToken& token() const { return tokens_[at_]; }
  bool behind_operand() const { return at_ > 0 && ends_operand(tokens_[at_ - 1]); }
  bool previous_is(std::string_view word) const { return at_ > 0 && tokens_[at_ - 1].is(word); }
  bool next_is(std::string_view word) const { return at_ + 1 < tokens_.size() && tokens_[at_ + 1].is(word); }

  // What the file returns outside of its functions is a rule's declaration.
  void follow_declaration() { returned_ = returned_ || (token().is("return") && !token().in_function); }
  bool declares() const { return returned_ && !token().in_function; }

  void add(ByteRange range, std::string replacement, std::string change) {
    mutants_.push_back({range, std::move(replacement), std::move(change), token().in_function});
  }
  void become(std::string_view replacement) {
    add(token().range, std::string(replacement), fmt::format("`{}` becomes `{}`", token().text, replacement));
  }

  void change_token() {
    switch (token().kind) {
      case LuaTokenKind::Symbol:
        return change_symbol();
      case LuaTokenKind::Keyword:
        return change_keyword();
      case LuaTokenKind::Number:
        return change_number();
      case LuaTokenKind::String:
        return change_string();
      case LuaTokenKind::Name:
        return change_call();
    }
  }

  // `local x <const>` compares nothing.
  bool is_attribute() const {
    const auto named = [this](std::size_t at) { return is_any(tokens_[at], {"const", "close"}); };
    if (token().is("<")) return next_is_attribute_end() && named(at_ + 1);
    return token().is(">") && at_ >= 2 && named(at_ - 1) && tokens_[at_ - 2].is("<");
  }
  bool next_is_attribute_end() const { return at_ + 2 < tokens_.size() && tokens_[at_ + 2].is(">"); }

  void change_symbol() {
    if (!behind_operand() || is_attribute()) return;
    for (const auto& [from, to] : symbol_changes) {
      if (token().text == from) become(to);
    }
  }

  void change_keyword() {
    for (const auto& [from, to] : word_changes) {
      if (token().text == from) become(to);
    }
    if (token().is("not")) drop({token().range.begin, tokens_[at_ + 1].range.begin});
    if (is_any(token(), {"and", "or"})) drop_operands();
    if (is_any(token(), {"if", "elseif"})) decide_condition();
  }

  void change_number() {
    std::int64_t number = 0;
    const char* end = token().text.data() + token().text.size();
    const auto [rest, error] = std::from_chars(token().text.data(), end, number);
    if (error == std::errc() && rest == end && number < 1'000'000'000) become(std::to_string(number + 1));
  }

  void change_string() {
    const std::string_view inside = token().text.substr(1, token().text.size() - 2);
    const auto swap = swaps_.find(inside);
    const bool key = previous_is("[") && next_is("]") && at_ + 2 < tokens_.size() && tokens_[at_ + 2].is("=");
    if (swap == swaps_.end() || key || previous_is("require")) return;
    become(fmt::format("{0}{1}{0}", token().text.front(), swap->second));
  }

  void change_call() {
    const bool called = next_is("(") || next_is("{");
    const bool member = previous_is(".") || previous_is(":") || previous_is("function");
    const auto swap = swaps_.find(token().text);
    if (!called || member || swap == swaps_.end()) return;
    if ((token().is("yes") && swap->second == "no") || (token().is("no") && swap->second == "yes"))
      become(swap->second);
  }

  void drop(ByteRange range) { add(range, "", fmt::format("`{}` is dropped", shown(range))); }

  // Runs of blanks and line ends as one blank.
  std::string shown(ByteRange range) const {
    std::string words;
    for (const char c : ascii_trimmed(source_.substr(range.begin, range.end - range.begin))) {
      const bool blank = ascii_space(c);
      if (!blank || words.back() != ' ') words += blank ? ' ' : c;
    }
    return words;
  }

  // Which operators end an operand of the one at hand: `or` binds looser than `and`.
  bool parts_operands(const LuaToken& other) const {
    return other.is("or") || (token().is("and") && other.is("and"));
  }

  // The first token of the operand before the operator.
  std::size_t left_operand() const {
    int depth = 0;
    for (std::size_t at = at_; at-- > 0;) {
      const LuaToken& each = tokens_[at];
      depth += closes(each) || each.is("end") ? 1 : 0;
      if (depth == 0 && (opens(each) || bounds_expression(each) || parts_operands(each))) return at + 1;
      if (depth == 0 && at + 1 < at_ && ends_operand(each) && begins_operand(tokens_[at + 1])) return at + 1;
      depth -= opens(each) || is_any(each, {"function", "if", "do"}) ? 1 : 0;
    }
    return 0;
  }

  // The token behind the operand after the operator.
  std::size_t right_operand_end() const {
    int depth = 0;
    for (std::size_t at = at_ + 1; at < tokens_.size(); ++at) {
      const LuaToken& each = tokens_[at];
      const bool ended = closes(each) || bounds_expression(each) || parts_operands(each);
      if (depth == 0 && ended) return at;
      if (depth == 0 && at > at_ + 1 && ends_operand(tokens_[at - 1]) && begins_operand(each)) return at;
      depth += opens(each) || is_any(each, {"function", "if", "do"}) ? 1 : 0;
      depth -= closes(each) || each.is("end") ? 1 : 0;
    }
    return tokens_.size();
  }

  // Behind an operand only a new statement begins so: a call's argument may be a string or a table.
  static bool begins_operand(const LuaToken& token) {
    return token.kind == LuaTokenKind::Name || token.kind == LuaTokenKind::Number || token.is("function");
  }

  void drop_operands() {
    const std::size_t left = left_operand();
    const std::size_t end = right_operand_end();
    if (end <= at_ + 1 || left >= at_) return;
    drop({tokens_[left].range.begin, tokens_[at_ + 1].range.begin});
    // `a and b and c`: the next operator drops `b`.
    if (end < tokens_.size() && tokens_[end].text == token().text) return;
    drop({tokens_[at_ - 1].range.end, tokens_[end - 1].range.end});
  }

  void decide_condition() {
    int functions = 0;
    for (std::size_t at = at_ + 1; at < tokens_.size(); ++at) {
      functions += tokens_[at].is("function") ? 1 : 0;
      functions -= functions > 0 && tokens_[at].is("end") ? 1 : 0;
      if (functions > 0 || !tokens_[at].is("then")) continue;
      const ByteRange condition = {tokens_[at_ + 1].range.begin, tokens_[at - 1].range.end};
      for (const std::string_view truth : {"true", "false"}) {
        if (shown(condition) != truth)
          add(condition, std::string(truth),
              fmt::format("condition `{}` becomes `{}`", shown(condition), truth));
      }
      return;
    }
  }

  std::string_view source_;
  const AnswerSwaps& swaps_;
  std::vector<LuaToken> tokens_;
  std::vector<RuleMutant> mutants_ = {};
  std::size_t at_ = 0;
  bool returned_ = false;
};

}  // namespace

std::vector<RuleMutant> rule_mutants(std::string_view source, const AnswerSwaps& swaps) {
  return RuleMutator(source, swaps).run();
}

}  // namespace tsg
