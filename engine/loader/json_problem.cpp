// SPDX-License-Identifier: MIT
#include "engine/loader/json_problem.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <vector>

#include "engine/diagnostics/facts_codes.h"
#include "engine/loader/json_memory.h"
#include "engine/loader/json_tokens.h"
#include "engine/model/limits.h"

namespace tsg {

namespace {

constexpr std::string_view general_help = "gather it again, or mend the text";

enum class Expect : std::uint8_t { Value, ValueOrEnd, Key, KeyOrEnd, Colon, CommaOrEnd, Nothing };

std::string_view name_of(Expect expected, bool in_object) {
  switch (expected) {
    case Expect::Value:
      return "a value";
    case Expect::ValueOrEnd:
      return "a value or `]`";
    case Expect::Key:
      return "a member name in double quotes (no comma may stand before `}`)";
    case Expect::KeyOrEnd:
      return "a member name in double quotes, or `}`";
    case Expect::Colon:
      return "`:`";
    case Expect::CommaOrEnd:
      return in_object ? "`,` or `}`" : "`,` or `]`";
    case Expect::Nothing:
      return "nothing more";
  }
  return "";
}

std::string_view name_of(JsonTokenKind kind) {
  switch (kind) {
    case JsonTokenKind::BeginObject:
      return "`{`";
    case JsonTokenKind::EndObject:
      return "`}`";
    case JsonTokenKind::BeginArray:
      return "`[`";
    case JsonTokenKind::EndArray:
      return "`]`";
    case JsonTokenKind::Comma:
      return "`,`";
    case JsonTokenKind::Colon:
      return "`:`";
    case JsonTokenKind::String:
      return "a text";
    case JsonTokenKind::Number:
      return "a number";
    case JsonTokenKind::Word:
      return "`true`, `false` or `null`";
    case JsonTokenKind::Name:
    case JsonTokenKind::Invalid:
      return "a word";
    case JsonTokenKind::End:
      return "the end";
  }
  return "";
}

// The grammar of JSON as a machine with an explicit stack: nesting costs no stack of ours.
class JsonGrammar {
 public:
  explicit JsonGrammar(std::string_view text) : text_(text), tokens_(text) {}

  std::optional<JsonProblem> run() {
    while (true) {
      const JsonToken token = tokens_.next();
      if (token.kind == JsonTokenKind::Invalid) return not_json(token.range, std::string(token.problem));
      if (token.kind == JsonTokenKind::End) return at_end(token);
      if (std::optional<JsonProblem> problem = step(token)) return problem;
    }
  }

 private:
  JsonProblem not_json(ByteRange range, std::string message) const {
    return {codes::facts_not_json, range, std::move(message), std::string(general_help)};
  }

  std::optional<JsonProblem> at_end(const JsonToken& token) const {
    if (expected_ == Expect::Nothing) return std::nullopt;
    if (text_.empty()) return not_json(token.range, "the text is empty");
    return not_json(token.range,
                    fmt::format("the text ends where {} belongs", name_of(expected_, in_object())));
  }

  std::optional<JsonProblem> step(const JsonToken& token) {
    switch (token.kind) {
      case JsonTokenKind::BeginObject:
        return open(token, true);
      case JsonTokenKind::BeginArray:
        return open(token, false);
      case JsonTokenKind::EndObject:
        return close(token, true);
      case JsonTokenKind::EndArray:
        return close(token, false);
      case JsonTokenKind::Comma:
        return comma(token);
      case JsonTokenKind::Colon:
        return colon(token);
      case JsonTokenKind::String:
        return string(token);
      case JsonTokenKind::Number:
        return number(token);
      case JsonTokenKind::Word:
        return value(token);
      case JsonTokenKind::Name:
      case JsonTokenKind::End:
      case JsonTokenKind::Invalid:
        break;
    }
    return std::nullopt;
  }

  bool in_object() const { return !objects_.empty() && objects_.back(); }
  bool value_belongs() const { return expected_ == Expect::Value || expected_ == Expect::ValueOrEnd; }

  // What stands there may be a secret: it is told by its kind.
  std::optional<JsonProblem> unexpected(const JsonToken& token) const {
    return not_json(token.range, fmt::format("{} belongs here, not {}", name_of(expected_, in_object()),
                                             name_of(token.kind)));
  }

  void after_value() { expected_ = objects_.empty() ? Expect::Nothing : Expect::CommaOrEnd; }

  std::optional<JsonProblem> value(const JsonToken& token) {
    if (!value_belongs()) return unexpected(token);
    after_value();
    return std::nullopt;
  }

  // simdjson does not count an empty object or array as a level.
  bool closes_next() const {
    const JsonTokenKind next = JsonTokens(tokens_).next().kind;
    return next == JsonTokenKind::EndObject || next == JsonTokenKind::EndArray;
  }

  std::optional<JsonProblem> open(const JsonToken& token, bool object) {
    if (!value_belongs()) return unexpected(token);
    if (objects_.size() >= limits::facts_depth && !closes_next()) {
      return JsonProblem{codes::facts_limits, token.range,
                         fmt::format("nested deeper than {}", limits::facts_depth),
                         "no gathered document is that deep"};
    }
    objects_.push_back(object);
    expected_ = object ? Expect::KeyOrEnd : Expect::ValueOrEnd;
    return std::nullopt;
  }

  std::optional<JsonProblem> close(const JsonToken& token, bool object) {
    const Expect empty = object ? Expect::KeyOrEnd : Expect::ValueOrEnd;
    const bool fits = !objects_.empty() && objects_.back() == object;
    if (!fits || (expected_ != Expect::CommaOrEnd && expected_ != empty)) return unexpected(token);
    objects_.pop_back();
    after_value();
    return std::nullopt;
  }

  std::optional<JsonProblem> comma(const JsonToken& token) {
    if (expected_ != Expect::CommaOrEnd) return unexpected(token);
    expected_ = in_object() ? Expect::Key : Expect::Value;
    return std::nullopt;
  }

  std::optional<JsonProblem> colon(const JsonToken& token) {
    if (expected_ != Expect::Colon) return unexpected(token);
    expected_ = Expect::Value;
    return std::nullopt;
  }

  std::optional<JsonProblem> string(const JsonToken& token) {
    if (expected_ != Expect::Key && expected_ != Expect::KeyOrEnd) return value(token);
    expected_ = Expect::Colon;
    return std::nullopt;
  }

  std::optional<JsonProblem> number(const JsonToken& token) {
    // simdjson itself says what it holds for out of range.
    const simdjson::padded_string digits =
        padded_copy(text_.substr(token.range.begin, token.range.end - token.range.begin));
    if (error_of_text(numbers_.parse(digits).error()) == simdjson::SUCCESS) return value(token);
    return JsonProblem{codes::facts_not_json, token.range, "a number out of range",
                       "integers have 64 bits, other numbers are at most 1.8e308"};
  }

  std::string_view text_;
  JsonTokens tokens_;
  simdjson::dom::parser numbers_;
  std::vector<bool> objects_ = {};  // one a level: it is an object
  Expect expected_ = Expect::Value;
};

}  // namespace

std::optional<JsonProblem> find_json_problem(std::string_view text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    return JsonProblem{codes::facts_not_json, {0, 2}, "the text is UTF-16", "save it as UTF-8"};
  }
  return JsonGrammar(text).run();
}

}  // namespace tsg
