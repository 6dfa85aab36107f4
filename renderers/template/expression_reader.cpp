// SPDX-License-Identifier: MIT
#include "renderers/template/expression_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "engine/diagnostics/template_codes.h"
#include "engine/text/ascii.h"
#include "renderers/template/template_limits.h"

namespace tsg {

namespace {

bool begins_name(char c) {
  return ascii_alpha(c) || c == '_';
}

bool in_name(char c) {
  return begins_name(c) || ascii_digit(c) || c == '-';
}

TemplateCondition of_kind(TemplateCondition::Kind kind, std::vector<TemplateTerm> terms) {
  return {.kind = kind, .terms = std::move(terms)};
}

}  // namespace

bool reserved_name(std::string_view name) {
  static constexpr std::array<std::string_view, 13> reserved = {
      "and", "or", "not", "in", "true", "false", "if", "elif", "else", "for", "end", "include", "loop"};
  return std::find(reserved.begin(), reserved.end(), name) != reserved.end();
}

void ExpressionReader::fail(ByteRange range, std::string message, std::string help) {
  if (!failed_)
    diagnostics_.push_back(
        file_.source().diagnose(codes::template_syntax, range, std::move(message), std::move(help)));
  failed_ = true;
}

void ExpressionReader::skip_blanks() {
  while (at_ < end_ && ascii_space(peek())) ++at_;
}

ByteRange ExpressionReader::next() {
  skip_blanks();
  if (at_ == end_) return {end_, std::min(end_ + 2, file_.bytes().size())};
  std::size_t end = at_;
  while (end < end_ && in_name(file_.bytes()[end])) ++end;
  if (end == at_)
    while (end < end_ && !in_name(file_.bytes()[end]) && !ascii_space(file_.bytes()[end])) ++end;
  return {at_, end};
}

std::string ExpressionReader::next_words() {
  skip_blanks();
  return at_ == end_ ? "the end of the tag" : fmt::format("`{}`", file_.text(next()));
}

bool ExpressionReader::take(std::string_view wanted) {
  const bool is_word = begins_name(wanted.front());
  const ByteRange range = next();
  const bool found =
      is_word ? file_.text(range) == wanted && at_ < end_ : file_.text({at_, end_}).starts_with(wanted);
  if (found) at_ += wanted.size();
  return found;
}

bool ExpressionReader::at_end() {
  skip_blanks();
  if (failed_) return false;
  if (at_ == end_) return true;
  fail({at_, end_}, fmt::format("{} is left over in this tag", next_words()),
       "take it out; a tag holds one value, one condition, or what its first word asks for");
  return false;
}

std::string_view ExpressionReader::word(ByteRange* range) {
  const ByteRange found = next();
  if (at_ == end_ || !begins_name(peek())) return {};
  at_ = found.end;
  if (range != nullptr) *range = found;
  return file_.text(found);
}

std::optional<TemplateTerm> ExpressionReader::quoted() {
  const std::size_t begin = at_;
  const std::size_t close = file_.bytes().find(peek(), at_ + 1);
  if (close == std::string_view::npos || close >= end_) {
    fail({begin, end_}, "a text that is never closed", "end it with the quote it begins with");
    return std::nullopt;
  }
  at_ = close + 1;
  return TemplateTerm{.range = {begin, at_}, .constant = file_.text({begin + 1, close})};
}

std::optional<TemplateTerm> ExpressionReader::number() {
  const ByteRange range = next();
  const std::string_view digits = file_.text(range);
  std::int64_t value = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (problem != std::errc() || end != digits.data() + digits.size()) {
    fail(range, fmt::format("`{}` is no number", digits), "write digits alone, or put the text in quotes");
    return std::nullopt;
  }
  at_ = range.end;
  return TemplateTerm{.range = range, .constant = value};
}

std::optional<TemplateTerm> ExpressionReader::names() {
  TemplateTerm term;
  term.range.begin = next().begin;
  do {
    term.names.emplace_back(word());
    if (term.names.back().empty())
      fail(next(), fmt::format("a name stands behind `.`, not {}", next_words()),
           "names hold letters, digits, `_` and `-`, and begin with a letter");
  } while (!failed_ && peek() == '.' && take("."));
  term.range.end = at_;
  if (failed_) return std::nullopt;
  return term;
}

std::optional<TemplateTerm> ExpressionReader::term() {
  if (failed_) return std::nullopt;
  const ByteRange range = next();
  const std::string_view text = file_.text(range);
  if (at_ < end_ && (peek() == '"' || peek() == '\'')) return quoted();
  if (at_ < end_ && ascii_digit(peek())) return number();
  if (at_ < end_ && (text == "true" || text == "false")) {
    at_ = range.end;
    return TemplateTerm{.range = range, .constant = text == "true"};
  }
  if (at_ < end_ && begins_name(peek()) && (!reserved_name(text) || text == "loop")) return names();
  fail(range, fmt::format("a value is missing before {}", next_words()),
       "write a name such as `page.title`, or a text in quotes");
  return std::nullopt;
}

bool ExpressionReader::deeper() {
  if (++depth_ <= template_limits::nesting) return true;
  if (!failed_)
    diagnostics_.push_back(
        file_.source().diagnose(codes::template_limit, inner_,
                                fmt::format("a condition with more than {} levels", template_limits::nesting),
                                "split it into several `{% if %}`"));
  failed_ = true;
  return false;
}

std::optional<TemplateCondition> ExpressionReader::bracketed() {
  if (!deeper()) return std::nullopt;
  auto inside = condition();
  --depth_;
  if (inside && !take(")")) {
    fail(next(), fmt::format("`)` is missing before {}", next_words()), "close the parenthesis");
    return std::nullopt;
  }
  return inside;
}

std::optional<TemplateCondition> ExpressionReader::negation() {
  if (!deeper()) return std::nullopt;
  const bool bare = !take("(");
  auto inside = bare ? comparison() : bracketed();
  --depth_;
  if (!inside) return std::nullopt;
  const auto kind = inside->kind;
  if (bare && (kind == TemplateCondition::Kind::Equal || kind == TemplateCondition::Kind::NotEqual)) {
    fail(inner_, "`not` before a comparison can be read in two ways",
         "write `a != b` instead of `not a == b`");
    return std::nullopt;
  }
  TemplateCondition negated;
  negated.kind = TemplateCondition::Kind::Not;
  negated.parts.push_back(std::move(*inside));
  return negated;
}

std::optional<TemplateCondition> ExpressionReader::comparison() {
  if (take("not")) return negation();
  if (take("(")) return bracketed();
  auto left = term();
  if (!left) return std::nullopt;
  const bool equal = take("==");
  if (!equal && !take("!=")) return of_kind(TemplateCondition::Kind::Truth, {std::move(*left)});
  auto right = term();
  if (!right) return std::nullopt;
  return of_kind(equal ? TemplateCondition::Kind::Equal : TemplateCondition::Kind::NotEqual,
                 {std::move(*left), std::move(*right)});
}

std::optional<TemplateCondition> ExpressionReader::chain(TemplateCondition first, std::string_view by,
                                                         std::string_view other) {
  TemplateCondition all;
  all.kind = by == "and" ? TemplateCondition::Kind::All : TemplateCondition::Kind::Any;
  all.parts.push_back(std::move(first));
  do {
    auto part = comparison();
    if (!part) return std::nullopt;
    all.parts.push_back(std::move(*part));
  } while (take(by));
  const ByteRange range = next();
  if (take(other)) {
    fail(range, "`and` and `or` stand side by side", "put parentheses around what belongs together");
    return std::nullopt;
  }
  return all;
}

std::optional<TemplateCondition> ExpressionReader::condition() {
  auto first = comparison();
  if (first && take("and")) return chain(std::move(*first), "and", "or");
  if (first && take("or")) return chain(std::move(*first), "or", "and");
  return first;
}

}  // namespace tsg
