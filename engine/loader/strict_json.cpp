// SPDX-License-Identifier: MIT
#include "engine/loader/strict_json.h"

#include <fmt/format.h>

#include "engine/text/suggestion.h"

namespace tsg {

namespace {

using simdjson::ondemand::json_type;

std::string_view words_of(json_type type) {
  switch (type) {
    case json_type::array:
      return "a list";
    case json_type::object:
      return "an object";
    case json_type::number:
      return "a number";
    case json_type::string:
      return "a text";
    case json_type::boolean:
      return "a boolean";
    case json_type::null:
      return "null";
  }
  return "something else";
}

}  // namespace

const char* StrictJson::place(Json& json) {
  return json.raw_json_token().data();
}

std::string StrictJson::where() const {
  std::string text;
  for (const Part& part : way_) {
    if (part.name.empty()) {
      text += fmt::format("[{}]", part.index);
    } else {
      text += fmt::format("{}{}", text.empty() ? "" : ".", part.name);
    }
  }
  return text;
}

std::string StrictJson::quoted_where() const {
  return way_.empty() ? "the document" : fmt::format("`{}`", where());
}

bool StrictJson::fail(MisreadingKind kind, const char* at, std::string message, std::string help) {
  if (!problem_) problem_ = Misreading{kind, at, std::move(message), std::move(help)};
  return false;
}

bool StrictJson::syntax(const char* at, simdjson::error_code error) {
  return fail(MisreadingKind::Syntax, at,
              fmt::format("{} is not JSON: {}", quoted_where(), simdjson::error_message(error)));
}

bool StrictJson::expected(Json json, const char* at, std::string_view what, simdjson::error_code error) {
  json_type found = json_type::null;
  if (error != simdjson::INCORRECT_TYPE || json.type().get(found)) return syntax(at, error);
  return fail(MisreadingKind::Shape, at,
              fmt::format("{} is {}, where {} is expected", quoted_where(), words_of(found), what));
}

bool StrictJson::unknown_member(const char* at, std::string_view name,
                                const std::vector<std::string>& known) {
  const auto nearest = nearest_name(name, known);
  return fail(MisreadingKind::Shape, at, fmt::format("{} has no member `{}`", quoted_where(), name),
              nearest ? fmt::format("did you mean `{}`?", *nearest) : "leave it out");
}

bool StrictJson::unknown_word(const char* at, std::string_view word, const std::vector<std::string>& known) {
  return fail(MisreadingKind::Shape, at, fmt::format("{} is `{}`", quoted_where(), word),
              fmt::format("it is one of `{}`", fmt::join(known, "`, `")));
}

bool StrictJson::missing_member(const char* at, std::string_view name) {
  return fail(MisreadingKind::Shape, at, fmt::format("{} lacks the member `{}`", quoted_where(), name));
}

bool StrictJson::repeated_member(const char* at, std::string_view name) {
  return fail(MisreadingKind::Shape, at, fmt::format("{} has the member `{}` twice", quoted_where(), name));
}

bool StrictJson::read(Json json, std::string& out) {
  const char* at = place(json);
  std::string_view text;
  if (const auto error = json.get_string().get(text)) return expected(json, at, "a text", error);
  out = std::string(text);
  return true;
}

bool StrictJson::read(Json json, bool& out) {
  const char* at = place(json);
  if (const auto error = json.get_bool().get(out)) return expected(json, at, "true or false", error);
  return true;
}

bool StrictJson::read(Json json, std::int64_t& out) {
  const char* at = place(json);
  const auto error = json.get_int64().get(out);
  if (!error) return true;
  if (error != simdjson::NUMBER_OUT_OF_RANGE && error != simdjson::NUMBER_ERROR) {
    return expected(json, at, "an integer", error);
  }
  return fail(MisreadingKind::Shape, at, fmt::format("{} is no integer of 64 bits", quoted_where()));
}

bool StrictJson::read(Json json, std::uint32_t& out) {
  const char* at = place(json);
  std::int64_t number = 0;
  if (!read(json, number)) return false;
  if (number < 0 || number > UINT32_MAX) {
    return fail(MisreadingKind::Shape, at, fmt::format("{} is {}, out of range", quoted_where(), number));
  }
  out = static_cast<std::uint32_t>(number);
  return true;
}

bool StrictJson::read(Json json, std::size_t& out) {
  const char* at = place(json);
  bool null = false;
  if (const auto error = json.is_null().get(null)) return syntax(at, error);
  std::int64_t number = 0;
  if (!null && !read(json, number)) return false;
  if (number < 0)
    return fail(MisreadingKind::Shape, at, fmt::format("{} is {}, no index", quoted_where(), number));
  out = null ? SIZE_MAX : static_cast<std::size_t>(number);
  return true;
}

bool StrictJson::read(Json json, Value& out) {
  const char* at = place(json);
  json_type type = json_type::null;
  if (const auto error = json.type().get(type)) return syntax(at, error);
  switch (type) {
    case json_type::null: {
      bool null = false;
      const auto error = json.is_null().get(null);
      return error || !null ? syntax(at, error ? error : simdjson::N_ATOM_ERROR) : true;
    }
    case json_type::boolean:
      return read(json, out.emplace<bool>());
    case json_type::string:
      return read(json, out.emplace<std::string>());
    case json_type::array:
      return read(json, out.emplace<std::vector<std::string>>());
    case json_type::object:
      return expected(json, at, "a value", simdjson::INCORRECT_TYPE);
    case json_type::number:
      break;
  }
  simdjson::ondemand::number number;
  if (const auto error = json.get_number().get(number)) return syntax(at, error);
  if (number.is_int64()) {
    out = number.get_int64();
  } else {
    out = number.as_double();
  }
  return true;
}

}  // namespace tsg
