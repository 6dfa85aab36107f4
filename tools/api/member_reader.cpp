// SPDX-License-Identifier: MIT
#include "tools/api/member_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/loader/json_value.h"

namespace tsg {

namespace {

bool is_scalar(JsonValue value) {
  return value.is(JsonKind::Text) || value.is(JsonKind::Number) || value.is(JsonKind::Boolean);
}

std::string expected(std::string_view what) {
  return fmt::format("must be {}", what);
}

std::string text_of(JsonValue scalar) {
  return scalar.is(JsonKind::Text) ? scalar.text() : std::string(scalar.written());
}

}  // namespace

std::string MemberReader::path_of(std::string_view name) const {
  return path_.empty() ? std::string(name) : fmt::format("{}.{}", path_, name);
}

void MemberReader::wrong(std::string path, std::string message) {
  errors_->push_back({std::move(path), std::move(message)});
}

JsonValue MemberReader::member(std::string_view name, Presence presence, std::string_view wanted) {
  const JsonValue found = JsonValue(*tree_, node_).member(name);
  if (found && !found.is(JsonKind::Null)) return found;
  if (presence == Presence::Required) wrong(path_of(name), fmt::format("is missing; it is {}", wanted));
  return {};
}

std::string MemberReader::text(std::string_view name, Presence presence) {
  const JsonValue found = member(name, presence, "a text");
  if (!found) return {};
  if (!found.is(JsonKind::Text)) return wrong(path_of(name), expected("a text")), std::string();
  std::string text = found.text();
  if (text.empty() && presence == Presence::Required) wrong(path_of(name), "must not be empty");
  return text;
}

std::string MemberReader::word(std::string_view name, const std::vector<std::string>& words) {
  const JsonValue found = member(name, Presence::Optional, "");
  if (!found) return words.front();
  const std::string text = found.text();
  if (std::find(words.begin(), words.end(), text) != words.end()) return text;
  wrong(path_of(name), expected(fmt::format("one of: {}", fmt::join(words, ", "))));
  return words.front();
}

std::optional<std::uint64_t> MemberReader::count(std::string_view name) {
  const JsonValue found = member(name, Presence::Optional, "");
  if (!found) return std::nullopt;
  const std::optional<std::int64_t> number =
      found.is(JsonKind::Number) ? found.integer() : std::optional<std::int64_t>();
  if (number && *number >= 0) return static_cast<std::uint64_t>(*number);
  wrong(path_of(name), expected("a whole number, 0 or more"));
  return std::nullopt;
}

ScalarMember MemberReader::scalar(std::string_view name) {
  const JsonValue found = member(name, Presence::Required, "a text, a number, true or false");
  if (!found) return {};
  if (is_scalar(found)) return {text_of(found), std::string(found.written())};
  wrong(path_of(name), expected("a text, a number, true or false"));
  return {};
}

std::optional<std::string_view> MemberReader::object(std::string_view name, Presence presence) {
  const JsonValue found = member(name, presence, "an object");
  if (!found) return std::nullopt;
  if (found.is(JsonKind::Object)) return found.written();
  wrong(path_of(name), expected("an object"));
  return std::nullopt;
}

std::vector<MemberReader> MemberReader::objects(std::string_view name) {
  std::vector<MemberReader> readers;
  const JsonValue found = member(name, Presence::Optional, "");
  if (!found) return readers;
  if (!found.is(JsonKind::List)) return wrong(path_of(name), expected("a list")), readers;
  std::size_t index = 0;
  for (const JsonValue item : found.children()) {
    std::string path = fmt::format("{}[{}]", path_of(name), index++);
    if (item.is(JsonKind::Object)) {
      readers.emplace_back(*tree_, item.node(), std::move(path), *errors_);
    } else {
      wrong(std::move(path), expected("an object"));
    }
  }
  return readers;
}

ElementAnswers MemberReader::texts_by_name(std::string_view name) {
  ElementAnswers texts;
  if (!object(name, Presence::Optional)) return texts;
  const JsonValue found = member(name, Presence::Optional, "");
  for (const JsonValue each : found.children()) {
    std::vector<std::string>& values = texts[each.key()];
    const auto take = [&](JsonValue value) {
      if (is_scalar(value)) return values.push_back(text_of(value));
      if (!value.is(JsonKind::Null)) wrong(path_of(name), expected("texts, or lists of texts"));
    };
    if (!each.is(JsonKind::List)) {
      take(each);
      continue;
    }
    for (const JsonValue item : each.children()) take(item);
  }
  return texts;
}

}  // namespace tsg
