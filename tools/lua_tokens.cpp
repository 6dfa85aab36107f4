// SPDX-License-Identifier: MIT
#include "tools/lua_tokens.h"

#include <algorithm>
#include <array>
#include <optional>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

constexpr std::array<std::string_view, 22> keywords = {
    "and", "break", "do",  "else", "elseif", "end",    "false",  "for",  "function", "goto",  "if",
    "in",  "local", "nil", "not",  "or",     "repeat", "return", "then", "true",     "until", "while"};

// The longest first.
constexpr std::array<std::string_view, 10> long_symbols = {
    "...", "..", "==", "~=", "<=", ">=", "//", "::", "<<", ">>"};

bool begins_name(char c) {
  return ascii_alpha(c) || c == '_';
}
bool in_name(char c) {
  return begins_name(c) || ascii_digit(c);
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view source) : source_(source) {}

  std::vector<LuaToken> run() {
    if (source_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    while (at_ < source_.size()) step();
    return std::move(tokens_);
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0';
  }

  void step() {
    const char c = peek();
    if (ascii_space(c) || c == '\0') {
      ++at_;
    } else if (c == '-' && peek(1) == '-') {
      skip_comment();
    } else if (begins_name(c)) {
      const std::size_t end = end_of_run(in_name);
      const bool keyword =
          std::find(keywords.begin(), keywords.end(), source_.substr(at_, end - at_)) != keywords.end();
      add(keyword ? LuaTokenKind::Keyword : LuaTokenKind::Name, end);
    } else if (ascii_digit(c) || (c == '.' && ascii_digit(peek(1)))) {
      add(LuaTokenKind::Number, end_of_number());
    } else if (c == '"' || c == '\'') {
      add(LuaTokenKind::String, end_of_quoted(c));
    } else if (const auto end = end_of_long_bracket()) {
      add(LuaTokenKind::String, *end);
    } else {
      add(LuaTokenKind::Symbol, at_ + symbol_size());
    }
  }

  void skip_comment() {
    at_ += 2;
    const auto end = end_of_long_bracket();
    at_ = end ? *end : std::min(source_.find('\n', at_), source_.size());
  }

  template <typename Belongs>
  std::size_t end_of_run(Belongs belongs) const {
    std::size_t end = at_;
    while (end < source_.size() && belongs(source_[end])) ++end;
    return end;
  }

  // Digits, letters and dots; a sign only behind an exponent.
  std::size_t end_of_number() const {
    const bool hexadecimal = peek() == '0' && (peek(1) == 'x' || peek(1) == 'X');
    std::size_t end = at_;
    while (end < source_.size()) {
      const char c = source_[end];
      const char before = end > at_ ? static_cast<char>(source_[end - 1] | 0x20) : '\0';
      const bool sign = (c == '+' || c == '-') && before == (hexadecimal ? 'p' : 'e');
      if (!in_name(c) && c != '.' && !sign) break;
      ++end;
    }
    return end;
  }

  std::size_t end_of_quoted(char quote) const {
    for (std::size_t end = at_ + 1; end < source_.size(); ++end) {
      if (source_[end] == '\\') {
        ++end;
      } else if (source_[end] == quote) {
        return end + 1;
      }
    }
    return source_.size();
  }

  // Of `[[...]]` and `[==[...]==]`; nothing when no such bracket begins here.
  std::optional<std::size_t> end_of_long_bracket() const {
    if (peek() != '[') return std::nullopt;
    std::size_t level = 0;
    while (peek(1 + level) == '=') ++level;
    if (peek(1 + level) != '[') return std::nullopt;
    const std::string closing = "]" + std::string(level, '=') + "]";
    const std::size_t end = source_.find(closing, at_ + 2 + level);
    return end == std::string_view::npos ? source_.size() : end + closing.size();
  }

  std::size_t symbol_size() const {
    for (const std::string_view symbol : long_symbols) {
      if (source_.substr(at_).starts_with(symbol)) return symbol.size();
    }
    return 1;
  }

  void add(LuaTokenKind kind, std::size_t end) {
    LuaToken token = {kind, {at_, end}, source_.substr(at_, end - at_), functions_ > 0};
    at_ = end;
    if (kind == LuaTokenKind::Keyword) follow_blocks(token);
    tokens_.push_back(token);
  }

  // `for` and `while` have their block behind `do`, `elseif` belongs to its `if`.
  void follow_blocks(LuaToken& token) {
    if (token.text == "function" || token.text == "if" || token.text == "do" || token.text == "repeat") {
      blocks_.push_back(token.text == "function");
      functions_ += blocks_.back() ? 1U : 0U;
    } else if ((token.text == "end" || token.text == "until") && !blocks_.empty()) {
      functions_ -= blocks_.back() ? 1U : 0U;
      blocks_.pop_back();
    }
  }

  std::string_view source_;
  std::size_t at_ = 0;
  std::vector<LuaToken> tokens_ = {};
  std::vector<bool> blocks_ = {};  // of each open block: it is a function's
  std::size_t functions_ = 0;
};

}  // namespace

std::vector<LuaToken> lua_tokens(std::string_view source) {
  return Tokenizer(source).run();
}

}  // namespace tsg
