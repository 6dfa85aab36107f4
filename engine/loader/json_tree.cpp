// SPDX-License-Identifier: MIT
#include "engine/loader/json_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>

#include "engine/loader/json_tokens.h"
#include "engine/model/limits.h"

namespace tsg {

namespace {

// `written` with each control character as an escape.
std::string with_escapes(std::string_view written) {
  constexpr std::string_view letters = "\b\f\n\r\t";
  constexpr std::string_view names = "bfnrt";
  std::string out;
  for (const char c : written) {
    const std::size_t known = letters.find(c);
    if (known != std::string_view::npos) {
      out += '\\';
      out += names[known];
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out;
}

class TreeReader {
 public:
  TreeReader(std::string_view text, ByteRange range)
      : tokens_(text.substr(0, range.end), JsonReading::Lenient, range.begin) {
    reading_.tree.text = text;
    reading_.tree.nodes.reserve(std::min((range.end - range.begin) / 16 + 8, limits::json_body_values));
  }

  JsonTreeReading run() {
    if (value(tokens_.next(), {}, 0)) {
      const JsonToken behind = tokens_.next();
      if (behind.kind != JsonTokenKind::End) fail(behind.range, "something stands behind the JSON object");
    }
    if (!reading_.readable()) reading_.tree.nodes.clear();
    return std::move(reading_);
  }

 private:
  std::vector<JsonNode>& nodes() { return reading_.tree.nodes; }

  bool fail(ByteRange at, std::string problem) {
    if (!reading_.readable()) return false;
    reading_.problem = std::move(problem);
    reading_.problem_at = at;
    return false;
  }

  bool unexpected(const JsonToken& token, std::string_view wanted) {
    if (token.kind == JsonTokenKind::Invalid) return fail(token.range, std::string(token.problem));
    if (token.kind == JsonTokenKind::End)
      return fail(token.range, fmt::format("the JSON ends where {} is wanted", wanted));
    return fail(token.range, fmt::format("{} is wanted here", wanted));
  }

  void depart(JsonFlawKind kind, ByteRange at, ByteRange range, std::string replacement) {
    if (reading_.departures.size() >= JsonTreeReading::most_departures) return;
    reading_.departures.push_back({kind, at, range, std::move(replacement)});
  }

  std::string_view written(ByteRange range) const {
    return reading_.tree.text.substr(range.begin, range.end - range.begin);
  }

  void note_controls(const JsonToken& text) {
    if (text.controls.end == 0) return;
    depart(JsonFlawKind::ControlCharacter, {text.controls.begin, text.controls.begin + 1}, text.controls,
           with_escapes(written(text.controls)));
  }

  bool add(JsonKind kind, const JsonToken& token, const JsonToken& key) {
    if (nodes().size() >= limits::json_body_values)
      return fail(token.range, fmt::format("the JSON has more than {} values", limits::json_body_values));
    nodes().push_back({.kind = kind,
                       .escapes = token.escapes,
                       .key_escapes = key.escapes,
                       .key = key.range,
                       .range = token.range,
                       .next = static_cast<std::uint32_t>(nodes().size() + 1)});
    return true;
  }

  bool value(const JsonToken& token, const JsonToken& key, std::size_t depth) {
    switch (token.kind) {
      case JsonTokenKind::BeginObject:
        return add(JsonKind::Object, token, key) && object(nodes().size() - 1, depth + 1);
      case JsonTokenKind::BeginArray:
        return add(JsonKind::List, token, key) && list(nodes().size() - 1, depth + 1);
      case JsonTokenKind::String:
        note_controls(token);
        return add(JsonKind::Text, token, key);
      case JsonTokenKind::Number:
        return add(JsonKind::Number, token, key);
      case JsonTokenKind::Word:
        return add(written(token.range) == "null" ? JsonKind::Null : JsonKind::Boolean, token, key);
      case JsonTokenKind::EndObject:
      case JsonTokenKind::EndArray:
      case JsonTokenKind::Comma:
      case JsonTokenKind::Colon:
      case JsonTokenKind::Name:
      case JsonTokenKind::End:
      case JsonTokenKind::Invalid:
        break;
    }
    return unexpected(token, "a value");
  }

  bool deep_enough(std::size_t node, std::size_t depth) {
    if (depth <= limits::json_body_depth) return true;
    return fail(nodes()[node].range,
                fmt::format("the JSON is nested more than {} deep", limits::json_body_depth));
  }

  bool close(std::size_t node, const JsonToken& bracket) {
    nodes()[node].range.end = bracket.range.end;
    nodes()[node].next = static_cast<std::uint32_t>(nodes().size());
    return true;
  }

  bool list(std::size_t node, std::size_t depth) {
    if (!deep_enough(node, depth)) return false;
    JsonToken token = tokens_.next();
    if (token.kind == JsonTokenKind::EndArray) return close(node, token);
    while (value(token, {}, depth)) {
      const JsonToken comma = tokens_.next();
      if (comma.kind == JsonTokenKind::EndArray) return close(node, comma);
      if (comma.kind != JsonTokenKind::Comma) return unexpected(comma, "`,` or `]`");
      token = tokens_.next();
      if (token.kind != JsonTokenKind::EndArray) continue;
      depart(JsonFlawKind::CommaInList, token.range, comma.range, "");
      return close(node, token);
    }
    return false;
  }

  bool object(std::size_t node, std::size_t depth) {
    if (!deep_enough(node, depth)) return false;
    JsonToken token = tokens_.next();
    if (token.kind == JsonTokenKind::EndObject) return close(node, token);
    while (member(token, depth)) {
      const JsonToken comma = tokens_.next();
      if (comma.kind == JsonTokenKind::EndObject) return close_object(node, comma);
      if (comma.kind != JsonTokenKind::Comma) return unexpected(comma, "`,` or `}`");
      token = tokens_.next();
      if (token.kind != JsonTokenKind::EndObject) continue;
      depart(JsonFlawKind::CommaInObject, token.range, comma.range, "");
      return close_object(node, token);
    }
    return false;
  }

  bool member(const JsonToken& key, std::size_t depth) {
    const bool bare = key.kind == JsonTokenKind::Name || key.kind == JsonTokenKind::Word;
    if (!bare && key.kind != JsonTokenKind::String) return unexpected(key, "a key");
    if (bare) {
      depart(JsonFlawKind::UnquotedKey, key.range, key.range, fmt::format("\"{}\"", written(key.range)));
    } else {
      note_controls(key);
    }
    const JsonToken colon = tokens_.next();
    if (colon.kind != JsonTokenKind::Colon) return unexpected(colon, "`:`");
    return value(tokens_.next(), key, depth);
  }

  bool close_object(std::size_t node, const JsonToken& bracket) {
    close(node, bracket);
    const JsonValue object(reading_.tree, static_cast<std::uint32_t>(node));
    if (repeats(object)) note_duplicates(object);
    return true;
  }

  // Whether a key occurs twice. Few members are compared with each other, which needs no memory.
  static bool repeats(const JsonValue& object) {
    constexpr std::size_t few = 64;
    std::size_t seen = 0;
    std::array<std::string_view, few> keys;
    for (const JsonValue child : object.children()) {
      if (seen == few || child.key_escaped()) return true;  // the set below will say
      const std::string_view key = child.bare_key();
      const auto end = keys.begin() + static_cast<std::ptrdiff_t>(seen);
      if (std::find(keys.begin(), end, key) != end) return true;
      keys[seen++] = key;
    }
    return false;
  }

  void note_duplicates(const JsonValue& object) {
    std::unordered_set<std::string> keys;
    for (const JsonValue child : object.children()) {
      if (!keys.insert(child.key()).second) reading_.duplicates.push_back(child.node());
    }
  }

  JsonTokens tokens_;
  JsonTreeReading reading_ = {};
};

}  // namespace

JsonTreeReading read_json_tree(std::string_view text, ByteRange range) {
  return TreeReader(text, range).run();
}

}  // namespace tsg
